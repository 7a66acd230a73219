import type { CommissionKind, DecisionFacts } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { along, marks, type Reader, readLists } from '../../foundation/db';
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
  /** The version of the rule book by which it was recalculated last; null for a sale that stands as it was decided. */
  readonly recalculatedBy: number | null;
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

const SALE = [
  ...['s.id', 's.type', 's.sequence', 's.paid_at', 's.discount', 's.shipping', { json: 's.coupons' }],
  ...['s.country', 's.sub_id', 's.manual_commission', { json: 't.facts' }, 't.nth IS NOT NULL'],
  { json: 't.recalculation' },
];

type SaleList = [
  ...[id: string, type: PastSale['type'], sequence: number | null, paidAt: Instant, discount: number, shipping: number],
  ...[coupons: string[], country: string | null, subId: string | null, manualCommission: number | null],
  ...[facts: DecisionFacts, isNth: number, recalculation: { bookVersion: number } | null],
];

function toSale(list: unknown[]): PastSale {
  const [
    id,
    type,
    sequence,
    paidAt,
    discount,
    shipping,
    coupons,
    country,
    subId,
    manualCommission,
    facts,
    isNth,
    again,
  ] = list as SaleList;
  const countsTowardNth = isNth === 1;
  const sale = { id, type, sequence, paidAt, discount, shipping, coupons, country, subId, manualCommission };
  return { ...sale, facts, recalculatedBy: again?.bookVersion ?? null, countsTowardNth, lines: [], parts: [] };
}

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
  const rest = `FROM sale s ${along(db, 'sale', 'ix_sale_paid_at_id')}
    JOIN settlement t ON t.merchant_id = s.merchant_id AND t.sale_id = s.id
    WHERE s.merchant_id = ? AND s.paid_at >= ? AND s.paid_at < ? AND (s.paid_at > ? OR s.id > ?)
    ORDER BY s.paid_at, s.id LIMIT ${limit}`;
  const params = [merchantId, after.paidAt, to, after.paidAt, after.id];
  const sales = (await readLists(db, SALE, rest, params)).map(toSale);
  sales.sort((a, b) => a.paidAt - b.paidAt || (a.id < b.id ? -1 : 1));
  if (sales.length === 0) return sales;
  const byId = new Map(sales.map((sale) => [sale.id, sale]));
  await Promise.all([readLines(db, merchantId, byId), readParts(db, merchantId, byId)]);
  return sales;
}

const LINE = ['sale_id', 'line_no', 'sku', 'quantity', 'price', 'discount', 'tax'];
type LineList = [
  saleId: string,
  lineNo: number,
  sku: string,
  quantity: number,
  price: number,
  discount: number,
  tax: number,
];

async function readLines(db: Reader, merchantId: string, sales: ReadonlyMap<string, PastSale>): Promise<void> {
  const rest = `FROM sale_line WHERE merchant_id = ? AND sale_id IN (${marks(sales.size)})`;
  for (const list of (await readLists(db, LINE, rest, [merchantId, ...sales.keys()])) as LineList[]) {
    const [saleId, lineNo, sku, quantity, price, discount, tax] = list;
    const sale = sales.get(saleId);
    if (sale) sale.lines[lineNo] = { sku, quantity, price, discount, tax };
  }
}

const PART = ['c.sale_id', 'c.payee_id', 'c.kind', 'k.line_no', 'COALESCE(k.recalculated, k.amount)'];
type PartList = [saleId: string, payee: string, kind: CommissionKind, lineNo: number, amount: number];

async function readParts(db: Reader, merchantId: string, sales: ReadonlyMap<string, PastSale>): Promise<void> {
  const rest = `FROM commission c ${along(db, 'commission', 'uq_commission_sale_id_payee_id_kind')}
    JOIN commission_line k ON k.merchant_id = c.merchant_id AND k.commission_id = c.id
    WHERE c.merchant_id = ? AND c.sale_id IN (${marks(sales.size)})`;
  for (const list of (await readLists(db, PART, rest, [merchantId, ...sales.keys()])) as PartList[]) {
    const [saleId, payee, kind, lineNo, amount] = list;
    sales.get(saleId)?.parts.push({ payee, kind, lineNo, amount });
  }
}
