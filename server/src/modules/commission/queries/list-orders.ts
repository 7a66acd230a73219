import { along, findOne, type Reader, type SqlValue } from '../../../foundation/db';
import { type SaleRow, saleTable } from '../../sales';
import { keySlices } from './key-slices';
import type { CompletionStretch, OrderCondition } from './order-filter';

/** After which order a page goes on. */
export type OrderPlace = readonly [paidAt: number, id: string];

const FROM = 'sale s LEFT JOIN settlement t ON t.merchant_id = s.merchant_id AND t.sale_id = s.id';

/** The ids of a page of orders, newest paid first, and where the next one goes on. */
export async function listOrders(
  db: Reader,
  { where, params }: OrderCondition,
  after: OrderPlace | null,
  limit: number,
): Promise<{ ids: string[]; next: OrderPlace | null }> {
  const place = after ? ' AND (s.paid_at < ? OR (s.paid_at = ? AND s.id < ?))' : '';
  const at: SqlValue[] = after ? [after[0], after[0], after[1]] : [];
  const sql = `SELECT s.id AS id, s.paid_at AS paidAt FROM ${FROM} WHERE ${where}${place} ORDER BY s.paid_at DESC, s.id DESC LIMIT ${Math.trunc(limit) + 1}`;
  const keys = await db.rows<{ id: string; paidAt: number | string }>(sql, [...params, ...at]);
  const page = keys.slice(0, limit);
  const last = keys.length > limit ? page.at(-1) : undefined;
  return { ids: page.map(({ id }) => id), next: last ? [Number(last.paidAt), last.id] : null };
}

export interface OrderTotals {
  readonly count: number;
  /** In minor units, as all amounts here. */
  readonly total: number;
  readonly refunded: number;
  /** Net of all payees; what was rejected costs nothing. */
  readonly commission: number;
}

type Stretch = Pick<CompletionStretch, 'from' | 'to'>;

/**
 * Count and sums of what a filter finds; what may let much through is added up in slices. Taxes are added to what was paid in the
 * stretches in which prices do not include them.
 */
export async function orderTotals(
  db: Reader,
  { where, params, isWide }: OrderCondition,
  addingTax: readonly Stretch[],
  merchantId: string,
): Promise<OrderTotals> {
  if (!isWide) return sumsOf(db, FROM, where, params, addingTax);
  const from = FROM.replace('sale s', `sale s ${along(db, 'sale', 'primary')}`);
  const all = { count: 0, total: 0, refunded: 0, commission: 0 };
  for await (const { after, upTo } of keySlices(db, 'sale', merchantId)) {
    const stretch = upTo === null ? 's.id > ?' : 's.id > ? AND s.id <= ?';
    const bounds = upTo === null ? [after] : [after, upTo];
    const sums = await sumsOf(db, from, `${where} AND ${stretch}`, [...params, ...bounds], addingTax);
    for (const key of ['count', 'total', 'refunded', 'commission'] as const) all[key] += sums[key];
  }
  return all;
}

async function sumsOf(
  db: Reader,
  from: string,
  where: string,
  params: readonly SqlValue[],
  addingTax: readonly Stretch[],
): Promise<OrderTotals> {
  const added = addingTax.map(() => 'WHEN s.paid_at >= ? AND s.paid_at < ? THEN s.tax').join(' ');
  const tax = added === '' ? '0' : `CASE ${added} ELSE 0 END`;
  const bounds = addingTax.flatMap((stretch) => [stretch.from, stretch.to]);
  type Sums = Record<'count' | 'total' | 'refunded', number | string | null>;
  const [sums] = await db.rows<Sums>(
    `SELECT COUNT(*) AS count, SUM(s.amount + s.shipping + ${tax}) AS total, SUM(t.refunded) AS refunded FROM ${from} WHERE ${where}`,
    [...bounds, ...params],
  );
  // Without a word SQLite would read every commission of the merchant for every order.
  const bySale = along(db, 'commission', 'uq_commission_sale_id_payee_id_kind');
  const [earned] = await db.rows<{ net: number | string | null }>(
    `SELECT SUM(c.net) AS net FROM ${from} JOIN commission c ${bySale} ON c.merchant_id = s.merchant_id AND c.sale_id = s.id
      WHERE ${where} AND c.status <> 'rejected'`,
    params,
  );
  const number = (value: number | string | null | undefined) => Number(value ?? 0);
  const { count, total, refunded } = sums ?? {};
  return {
    count: number(count),
    total: number(total),
    refunded: number(refunded),
    commission: number(earned?.net),
  };
}

/** One recorded sale by the merchant's own id. */
export function saleByOutsideId(db: Reader, merchantId: string, outsideId: string): Promise<SaleRow | undefined> {
  return findOne(db, saleTable, 'merchant_id = ? AND outside_id = ?', [merchantId, outsideId]);
}
