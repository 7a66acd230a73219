import { DAY_MS, type FieldError, type Refusal, refuse, type Zone } from '@fenrun/kernel';
import { findAmong, type Reader } from '../../foundation/db';
import { readInstantOrDay } from '../../modules/plans';
import { promotersByCode } from '../../modules/promoters';
import { saleTable } from '../../modules/sales';

/** Sales that are decided again at once at most; more are done in parts. */
const SALES_AT_MOST = 2_000;
const DAYS_AT_MOST = 366;

/** Which sales are meant: those named, or all paid in a window. */
export interface Chosen {
  readonly orders?: readonly string[] | undefined;
  readonly filter?: SaleFilter | undefined;
}

interface SaleFilter {
  readonly from: string;
  readonly to: string;
  /** The code of the promoter who brought them. */
  readonly promoter?: string | undefined;
  readonly sku?: string | undefined;
}

/** The ids of the chosen sales, in the order of payment. */
export async function chooseSales(
  db: Reader,
  merchantId: string,
  zone: Zone,
  { orders, filter }: Chosen,
): Promise<string[] | Refusal> {
  if (orders) return namedSales(db, merchantId, [...new Set(orders)]);
  return filter ? filteredSales(db, merchantId, zone, filter) : [];
}

async function namedSales(db: Reader, merchantId: string, orders: readonly string[]): Promise<string[] | Refusal> {
  const rows = await findAmong(db, saleTable, 'merchant_id = ?', [merchantId], 'outsideId', orders);
  const known = new Set(rows.map((row) => row.outsideId));
  const errors = orders.flatMap((order, index): FieldError[] =>
    known.has(order) ? [] : [{ pointer: `/orders/${index}`, code: 'unknown-value', detail: order }],
  );
  if (errors.length > 0) return refuse('unknown-order', undefined, errors);
  return rows.sort((a, b) => a.paidAt - b.paidAt || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

async function filteredSales(
  db: Reader,
  merchantId: string,
  zone: Zone,
  { from, to, promoter, sku }: SaleFilter,
): Promise<string[] | Refusal> {
  const errors: FieldError[] = [];
  const reading = { currency: '', zone, errors };
  const begin = readInstantOrDay(from, reading, '/filter/from');
  const end = readInstantOrDay(to, reading, '/filter/to');
  if (begin === null || end === null) return refuse('invalid-request', undefined, errors);
  if (end <= begin || end - begin > DAYS_AT_MOST * DAY_MS)
    return refuse('invalid-request', undefined, [{ pointer: '/filter/to', code: 'invalid' }]);
  const [who] = promoter === undefined ? [] : await promotersByCode(db, merchantId, [promoter]);
  if (promoter !== undefined && !who) return refuse('unknown-promoter');
  const parts = [
    's.merchant_id = ? AND s.paid_at >= ? AND s.paid_at < ?',
    ...(who ? ['t.promoter_id = ?'] : []),
    ...(sku === undefined ? [] : [SOLD]),
  ];
  const params = [merchantId, begin, end, ...(who ? [who.id] : []), ...(sku === undefined ? [] : [sku])];
  const sql = `SELECT s.id AS id FROM sale s JOIN settlement t ON t.merchant_id = s.merchant_id AND t.sale_id = s.id
    WHERE ${parts.join(' AND ')} ORDER BY s.paid_at, s.id LIMIT ${SALES_AT_MOST + 1}`;
  const rows = await db.rows<{ id: string }>(sql, params);
  return rows.length > SALES_AT_MOST ? refuse('too-many-sales') : rows.map(({ id }) => id);
}

const SOLD =
  'EXISTS (SELECT 1 FROM sale_line l WHERE l.merchant_id = s.merchant_id AND l.sale_id = s.id AND l.sku = ?)';
