import type { CommissionKind, DecisionFacts } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { along, marks, type Reader } from '../../foundation/db';
import type { RecalledLine, RecalledSale } from './recall';

/** A stretch of paid times, `[from, to)`. */
export interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/** One payee's part of one order line, as it is decided now. */
export interface PastPart {
  readonly payee: string;
  readonly kind: CommissionKind;
  readonly lineNo: number;
  /** In minor units, before refunds. */
  readonly amount: number;
}

/** A settled sale with what a decision needs, and what was decided. */
export interface PastSale extends RecalledSale {
  readonly id: string;
  readonly facts: DecisionFacts;
  /** Whether it counts toward a campaign's reward for every N-th order. */
  readonly countsTowardNth: boolean;
  readonly lines: RecalledLine[];
  readonly parts: PastPart[];
}

/** The place in the order of payment behind which a page begins. */
export interface SalePlace {
  readonly paidAt: Instant;
  readonly id: string;
}

type SaleFound = Omit<PastSale, 'facts' | 'coupons' | 'lines' | 'parts' | 'countsTowardNth'> & {
  readonly facts: string | DecisionFacts;
  readonly coupons: string | string[];
  readonly isNth: number;
};

const SALE = `s.id AS id, s.type AS type, s.sequence AS sequence, s.paid_at AS paidAt, s.discount AS discount, s.shipping AS shipping,
  s.coupons AS coupons, s.country AS country, s.sub_id AS subId, s.manual_commission AS manualCommission,
  t.facts AS facts, t.nth IS NOT NULL AS isNth`;

/** How many sales of a window are settled; a little more may be recorded. */
export async function countPastSales(db: Reader, merchantId: string, { from, to }: Window): Promise<number> {
  const sql = `SELECT COUNT(*) AS n FROM sale s ${along(db, 'sale', 'ix_sale_paid_at_id')} WHERE s.merchant_id = ? AND s.paid_at >= ? AND s.paid_at < ?`;
  const [row] = await db.rows<{ n: number | string }>(sql, [merchantId, from, to]);
  return Number(row?.n ?? 0);
}

/** The next settled sales of a window in the order of payment; an empty page is the end. */
export async function readPastSales(
  db: Reader,
  merchantId: string,
  after: SalePlace,
  to: Instant,
  limit: number,
): Promise<PastSale[]> {
  const sql = `SELECT ${SALE} FROM sale s ${along(db, 'sale', 'ix_sale_paid_at_id')}
    JOIN settlement t ON t.merchant_id = s.merchant_id AND t.sale_id = s.id
    WHERE s.merchant_id = ? AND s.paid_at >= ? AND s.paid_at < ? AND (s.paid_at > ? OR s.id > ?)
    ORDER BY s.paid_at, s.id LIMIT ${limit}`;
  const found = await db.rows<SaleFound>(sql, [merchantId, after.paidAt, to, after.paidAt, after.id]);
  const sales = new Map<string, PastSale>();
  for (const { facts, coupons, isNth, ...row } of found) {
    const sale = { facts: json(facts), coupons: json(coupons), countsTowardNth: isNth === 1, lines: [], parts: [] };
    sales.set(row.id, Object.assign(row, sale));
  }
  const ids = [...sales.keys()];
  if (ids.length > 0) await Promise.all([readLines(db, merchantId, ids, sales), readParts(db, merchantId, ids, sales)]);
  return [...sales.values()];
}

type Found<T> = T & { readonly saleId: string; readonly lineNo: number };

/** Lines come in the order of the key. */
async function readLines(db: Reader, merchantId: string, ids: readonly string[], sales: Map<string, PastSale>) {
  const sql = `SELECT sale_id AS saleId, line_no AS lineNo, sku, quantity, price, discount, tax FROM sale_line
    WHERE merchant_id = ? AND sale_id IN (${marks(ids.length)}) ORDER BY sale_id, line_no`;
  for (const line of await db.rows<Found<RecalledLine>>(sql, [merchantId, ...ids]))
    sales.get(line.saleId)?.lines.push(line);
}

async function readParts(db: Reader, merchantId: string, ids: readonly string[], sales: Map<string, PastSale>) {
  const bySale = along(db, 'commission', 'uq_commission_sale_id_payee_id_kind');
  const sql = `SELECT c.sale_id AS saleId, c.payee_id AS payee, c.kind AS kind, k.line_no AS lineNo, COALESCE(k.recalculated, k.amount) AS amount
    FROM commission c ${bySale} JOIN commission_line k ON k.merchant_id = c.merchant_id AND k.commission_id = c.id
    WHERE c.merchant_id = ? AND c.sale_id IN (${marks(ids.length)})`;
  for (const part of await db.rows<Found<PastPart>>(sql, [merchantId, ...ids]))
    sales.get(part.saleId)?.parts.push(part);
}

function json<T>(value: string | T): T {
  return typeof value === 'string' ? (JSON.parse(value) as T) : value;
}
