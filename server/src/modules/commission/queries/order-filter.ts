import type { AttributedBy } from '@fenrun/engine';
import { type Instant, isRefusal, parseInstant, type Refusal, refuse, type Zone } from '@fenrun/kernel';
import { find, marks, type Reader, type SqlValue } from '../../../foundation/db';
import { comparablePhone, customerTable, type SaleSource, type SaleType } from '../../sales';

/** What lists and totals of orders are filtered by, as it comes in. `from` and `to` are of the paid time, `[from, to)`. */
export interface OrderFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** An order’s id or its beginning, a customer’s id, phone or name, a promoter’s code or name, a SKU or a product’s name. */
  readonly q?: string | undefined;
  readonly promoter?: string | undefined;
  /** Our id of the customer, or the merchant’s own. */
  readonly customer?: string | undefined;
  readonly sku?: string | undefined;
  readonly state?: readonly ('paid' | 'shipped' | 'completed')[] | undefined;
  readonly refunded?: readonly ('none' | 'partly' | 'wholly')[] | undefined;
  readonly type?: readonly SaleType[] | undefined;
  readonly source?: readonly SaleSource[] | undefined;
  readonly by?: readonly AttributedBy[] | undefined;
  readonly unresolved?: readonly ('promoter' | 'campaign' | 'sku' | 'coupon' | 'customer')[] | undefined;
  /** Shop orders of which something is stuck at WeChat. */
  readonly trouble?: readonly ('shipping' | 'refund')[] | undefined;
}

/** A stretch of paid times over which orders complete by themselves after so many days. */
export interface CompletionStretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly days: number;
}

export interface OrderFrame {
  readonly merchantId: string;
  readonly region: string;
  readonly zone: Zone;
  readonly now: Instant;
  /** All of time, in stretches of one setting each. */
  readonly stretches: readonly CompletionStretch[];
}

/** A condition on `sale s LEFT JOIN settlement t`; it always names the merchant first. */
export interface OrderCondition {
  readonly where: string;
  readonly params: readonly SqlValue[];
  /** Whether it may let much through, so that sums are made in slices. */
  readonly isWide: boolean;
}

type Part = readonly [sql: string, params: readonly SqlValue[]];

const DAY_MS = 86_400_000;

/** Turns a filter into a condition; what nobody knows finds nothing. */
export async function orderCondition(
  db: Reader,
  filter: OrderFilter,
  frame: OrderFrame,
): Promise<OrderCondition | Refusal<'invalid-request'>> {
  const times = timesOf(filter, frame.zone);
  if (isRefusal(times)) return times;
  const { merchantId } = frame;
  const parts: Part[] = [['s.merchant_id = ?', [merchantId]], ...times];
  if (filter.type) parts.push(among('s.type', filter.type));
  if (filter.source) parts.push(among('s.source', filter.source));
  if (filter.by) parts.push(among('t.attributed_by', filter.by));
  if (filter.promoter !== undefined) parts.push([PROMOTER, [merchantId, filter.promoter]]);
  if (filter.sku !== undefined) parts.push([SKU, [filter.sku]]);
  if (filter.customer !== undefined) parts.push(await customerPart(db, filter.customer, merchantId));
  if (filter.state) parts.push(anyOf(filter.state.map((state) => statePart(state, frame))));
  if (filter.refunded) parts.push(anyOf(filter.refunded.map((state) => REFUNDED[state])));
  if (filter.unresolved) parts.push(anyOf(filter.unresolved.map((what) => UNRESOLVED[what])));
  if (filter.trouble) parts.push(anyOf(filter.trouble.map((what) => TROUBLE[what])));
  const words = filter.q?.trim();
  if (words) parts.push(await wordsPart(db, words, frame));
  const isNamed = [filter.promoter, filter.sku, filter.customer, words || undefined].some((one) => one !== undefined);
  return {
    where: parts.map(([sql]) => sql).join(' AND '),
    params: parts.flatMap(([, params]) => params),
    isWide: !isNamed && (filter.from === undefined || filter.to === undefined),
  };
}

const NOTHING: Part = ['1 = 0', []];
const PROMOTER = 't.promoter_id IN (SELECT p.id FROM promoter p WHERE p.merchant_id = ? AND p.code = ?)';
const SKU = 'EXISTS (SELECT 1 FROM sale_line l WHERE l.merchant_id = s.merchant_id AND l.sale_id = s.id AND l.sku = ?)';

const REFUNDED: Readonly<Record<'none' | 'partly' | 'wholly', Part>> = {
  none: ['(t.refunds IS NULL)', []],
  partly: ['(t.refunds IS NOT NULL AND t.is_refunded_whole = 0)', []],
  wholly: ['(t.is_refunded_whole = 1)', []],
};

/** `promoter` and `campaign` were noted when the sale was settled; SKUs are looked up in a catalogue that has any. */
const UNRESOLVED: Readonly<Record<'promoter' | 'campaign' | 'sku' | 'coupon' | 'customer', Part>> = {
  promoter: ["(t.unresolved IN ('promoter', 'promoter,campaign'))", []],
  campaign: ["(t.unresolved IN ('campaign', 'promoter,campaign'))", []],
  sku: [
    `(EXISTS (SELECT 1 FROM product c WHERE c.merchant_id = s.merchant_id) AND EXISTS (SELECT 1 FROM sale_line l
      WHERE l.merchant_id = s.merchant_id AND l.sale_id = s.id
      AND NOT EXISTS (SELECT 1 FROM product p WHERE p.merchant_id = l.merchant_id AND p.sku = l.sku)))`,
    [],
  ],
  // Coupons are a list in a document, and a customer who is told of is made: neither can be asked for here.
  coupon: NOTHING,
  customer: NOTHING,
};

/** The same orders as the overview counts: parcels that WeChat was not told of, and refunds that go neither on nor back. */
const TROUBLE: Readonly<Record<'shipping' | 'refund', Part>> = {
  shipping: [
    `EXISTS (SELECT 1 FROM shipment h WHERE h.merchant_id = s.merchant_id AND h.order_number = s.outside_id
      AND h.reported IN ('waiting', 'failed'))`,
    [],
  ],
  refund: [
    `EXISTS (SELECT 1 FROM pay_refund r WHERE r.merchant_id = s.merchant_id AND r.order_number = s.outside_id
      AND (r.state = 'abnormal' OR (r.state = 'sending' AND r.problem IS NOT NULL)))`,
    [],
  ],
};

function among(column: string, values: readonly SqlValue[]): Part {
  return values.length === 0 ? NOTHING : [`${column} IN (${marks(values.length)})`, values];
}

function anyOf(parts: readonly Part[]): Part {
  return [`(${parts.map(([sql]) => sql).join(' OR ')})`, parts.flatMap(([, params]) => params)];
}

/** Completed on somebody’s word, or by itself; shipped is what the shop sent and nobody received yet. */
function statePart(state: 'paid' | 'shipped' | 'completed', { now, stretches }: OrderFrame): Part {
  const byItself = stretches.map(
    ({ from, to, days }): Part => [
      '(s.paid_at >= ? AND s.paid_at < ? AND s.paid_at <= ?)',
      [from, to, now - days * DAY_MS],
    ],
  );
  const [completed, params] = anyOf([['s.completed_at IS NOT NULL', []], ...byItself]);
  if (state === 'completed') return [completed, params];
  const shipped =
    'EXISTS (SELECT 1 FROM shipment h WHERE h.merchant_id = s.merchant_id AND h.order_number = s.outside_id)';
  return [`(NOT ${completed} AND ${state === 'shipped' ? '' : 'NOT '}${shipped})`, params];
}

/** Customers and products that a word finds at most. */
const FOUND_AT_MOST = 500;

async function customerPart(db: Reader, customer: string, merchantId: string): Promise<Part> {
  const where = 'merchant_id = ? AND (id = ? OR outside_id = ?)';
  const found = await find(db, customerTable, where, [merchantId, customer, customer], `LIMIT ${FOUND_AT_MOST}`);
  return among(
    's.customer_id',
    found.map(({ id }) => id),
  );
}

async function wordsPart(db: Reader, words: string, { merchantId, region }: OrderFrame): Promise<Part> {
  const low = words.toLowerCase();
  const phone = comparablePhone(words, region) ?? words;
  const [customers, products] = await Promise.all([
    find(
      db,
      customerTable,
      'merchant_id = ? AND (outside_id = ? OR phone = ? OR INSTR(LOWER(name), ?) > 0)',
      [merchantId, words, phone, low],
      `LIMIT ${FOUND_AT_MOST}`,
    ),
    db.rows<{ sku: string }>(
      `SELECT sku FROM product WHERE merchant_id = ? AND INSTR(LOWER(name), ?) > 0 LIMIT ${FOUND_AT_MOST}`,
      [merchantId, low],
    ),
  ]);
  const skus = [words, ...products.map(({ sku }) => sku)];
  return anyOf([
    ['(s.outside_id >= ? AND s.outside_id < ?)', [words, `${words}\uffff`]],
    among(
      's.customer_id',
      customers.map(({ id }) => id),
    ),
    [
      't.promoter_id IN (SELECT p.id FROM promoter p WHERE p.merchant_id = ? AND (p.code = ? OR INSTR(LOWER(p.name), ?) > 0))',
      [merchantId, words, low],
    ],
    [
      `EXISTS (SELECT 1 FROM sale_line l WHERE l.merchant_id = s.merchant_id AND l.sale_id = s.id AND l.sku IN (${marks(skus.length)}))`,
      skus,
    ],
  ]);
}

function timesOf({ from, to }: OrderFilter, zone: Zone): Part[] | Refusal<'invalid-request'> {
  const parts: Part[] = [];
  for (const [name, text, sql] of [
    ['from', from, 's.paid_at >= ?'],
    ['to', to, 's.paid_at < ?'],
  ] as const) {
    if (text === undefined) continue;
    const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? zone.startOfDay(text) : parseInstant(text);
    if (isRefusal(at)) return refuse('invalid-request', undefined, [{ pointer: `/${name}`, code: 'invalid-instant' }]);
    parts.push([sql, [at]]);
  }
  return parts;
}
