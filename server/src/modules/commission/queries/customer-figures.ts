import { find, marks, type Reader, type SqlValue } from '../../../foundation/db';
import { type CustomerRow, comparablePhone, customerTable } from '../../sales';

export interface CustomerFilter {
  /** The merchant’s own id, a phone, or a part of the name. */
  readonly q?: string | undefined;
  /** `returning` has paid more than one order. */
  readonly kind?: 'new' | 'returning' | undefined;
  /** The code of a promoter who got one of his orders. */
  readonly promoter?: string | undefined;
}

export type CustomerSort = 'recent' | 'sales' | 'orders';
export type CustomerPlace = readonly [value: number, id: string];

const SORTS: Readonly<
  Record<CustomerSort, { readonly column: string; readonly key: 'lastPaidAt' | 'spent' | 'orders' }>
> = {
  recent: { column: 'last_paid_at', key: 'lastPaidAt' },
  sales: { column: 'spent', key: 'spent' },
  orders: { column: 'orders', key: 'orders' },
};

/** A page of customers who have ordered. `recent` walks an index; the other sorts sort what the filter finds. */
export async function listCustomers(
  db: Reader,
  merchantId: string,
  region: string,
  filter: CustomerFilter,
  sort: CustomerSort,
  after: CustomerPlace | null,
  limit: number,
): Promise<{ rows: CustomerRow[]; next: CustomerPlace | null }> {
  const { column, key } = SORTS[sort];
  const parts = ['merchant_id = ?', 'last_paid_at IS NOT NULL'];
  const params: SqlValue[] = [merchantId];
  const also = (sql: string, ...values: SqlValue[]) => {
    parts.push(sql);
    params.push(...values);
  };
  const words = filter.q?.trim();
  if (words) {
    const found = '(outside_id = ? OR phone = ? OR INSTR(LOWER(name), ?) > 0)';
    also(found, words, comparablePhone(words, region) ?? words, words.toLowerCase());
  }
  if (filter.kind) also(filter.kind === 'new' ? 'orders <= 1' : 'orders > 1');
  if (filter.promoter !== undefined) also(OF_PROMOTER, merchantId, merchantId, filter.promoter);
  if (after) also(`(${column} < ? OR (${column} = ? AND id < ?))`, after[0], after[0], after[1]);
  const tail = `ORDER BY ${column} DESC, id DESC LIMIT ${Math.trunc(limit) + 1}`;
  const rows = await find(db, customerTable, parts.join(' AND '), params, tail);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, next: last ? [last[key] ?? 0, last.id] : null };
}

const OF_PROMOTER = `id IN (SELECT s.customer_id FROM settlement t JOIN sale s ON s.merchant_id = t.merchant_id AND s.id = t.sale_id
  WHERE t.merchant_id = ? AND s.customer_id IS NOT NULL
  AND t.promoter_id IN (SELECT p.id FROM promoter p WHERE p.merchant_id = ? AND p.code = ?))`;

export interface CustomerFigures {
  /** In minor units. */
  readonly refunded: number;
  readonly country: string | null;
  /** The promoter of the last attributed order. */
  readonly promoterId: string | null;
}

/** What orders say about customers, by customer: two queries for all of them. */
export async function customerFigures(
  db: Reader,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, CustomerFigures>> {
  if (ids.length === 0) return new Map();
  const of = `s.merchant_id = ? AND s.customer_id IN (${marks(ids.length)})`;
  const join = 'sale s LEFT JOIN settlement t ON t.merchant_id = s.merchant_id AND t.sale_id = s.id';
  type Sums = { customerId: string; refunded: number | string | null };
  const sums = await db.rows<Sums>(
    `SELECT s.customer_id AS customerId, SUM(t.refunded) AS refunded FROM ${join} WHERE ${of} GROUP BY s.customer_id`,
    [merchantId, ...ids],
  );
  type Last = { customerId: string; country: string | null; promoterId: string | null };
  const orders = await db.rows<Last>(
    `SELECT s.customer_id AS customerId, s.country AS country, t.promoter_id AS promoterId FROM ${join}
      WHERE ${of} AND (s.country IS NOT NULL OR t.promoter_id IS NOT NULL) ORDER BY s.paid_at DESC, s.id DESC`,
    [merchantId, ...ids],
  );
  const figures = new Map<string, CustomerFigures>(
    sums.map(({ customerId, refunded }) => [
      customerId,
      { refunded: Number(refunded ?? 0), country: null, promoterId: null },
    ]),
  );
  for (const { customerId, country, promoterId } of orders) {
    const known = figures.get(customerId);
    if (!known || (known.country !== null && known.promoterId !== null)) continue;
    figures.set(customerId, {
      ...known,
      country: known.country ?? country,
      promoterId: known.promoterId ?? promoterId,
    });
  }
  return figures;
}

/** How many pieces of each category a customer bought, most first. */
export async function categoriesBought(
  db: Reader,
  merchantId: string,
  customerId: string,
): Promise<{ category: string; pieces: number }[]> {
  const rows = await db.rows<{ category: string; pieces: number | string }>(
    `SELECT l.category AS category, SUM(l.quantity) AS pieces
      FROM sale s JOIN sale_line l ON l.merchant_id = s.merchant_id AND l.sale_id = s.id
      WHERE s.merchant_id = ? AND s.customer_id = ? AND l.category IS NOT NULL
      GROUP BY l.category ORDER BY pieces DESC, l.category LIMIT 20`,
    [merchantId, customerId],
  );
  return rows.map(({ category, pieces }) => ({ category, pieces: Number(pieces) }));
}
