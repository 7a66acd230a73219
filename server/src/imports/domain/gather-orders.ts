import { LINES_AT_MOST, type Mapping } from '@fenrun/contracts';
import {
  FOREVER,
  type Instant,
  isOutsideId,
  isRefusal,
  type Money,
  type Refusal,
  ZERO,
  type Zone,
} from '@fenrun/kernel';
import type { CsvRow } from '../../foundation/csv';
import { dateReader, type ReadDate } from './date-format';
import { ORDER_FIELDS, type OrderFieldName } from './fields';
import type { GatheredLine, GatheredOrder } from './gathered-order';
import { amountReader, type ReadAmount } from './read-amount';
import { type RowLayout, rowLayout } from './row-layout';

/** Gathers the rows of a file into orders. */
export interface OrderGatherer {
  take(row: CsvRow): void;
  /** Everything gathered, in the order of payment, so that it is taken in as it happened. */
  orders(): GatheredOrder[];
}

export interface GatherContext {
  readonly currency: string;
  readonly zone: Zone;
  /** Later than this no payment can be. */
  readonly latest: Instant;
}

/** The fields of the order itself: every row may tell them, and none may contradict another. */
const HEAD_FIELDS = ORDER_FIELDS.filter(
  (field) => field.of === 'order' && field.field !== 'order' && field.field !== 'paidAt',
).map((field) => field.field);

/** These describe a person and decide nothing: the first told one is kept. */
const MAY_DIFFER = new Set<OrderFieldName>([
  'customerName',
  'customerPhone',
  'customerEmail',
  'customerAddress',
  'device',
  'ip',
]);

const QUANTITY_AT_MOST = 1_000_000;
const NAME_LENGTH = 255;

interface Reading {
  readonly layout: RowLayout<OrderFieldName>;
  readonly date: ReadDate;
  readonly amount: ReadAmount;
  readonly latest: Instant;
  readonly headFields: readonly OrderFieldName[];
  /** One copy of each text that comes again and again. */
  readonly same: (text: string) => string;
}

export function orderGatherer(
  mapping: Mapping,
  header: readonly string[],
  context: GatherContext,
): OrderGatherer | Refusal {
  const layout = rowLayout<OrderFieldName>(ORDER_FIELDS, mapping, header);
  if (isRefusal(layout)) return layout;
  const date = dateReader(mapping.dateFormat, context.zone);
  if (isRefusal(date)) return date;
  const texts = new Map<string, string>();
  const same = (text: string) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  const headFields = HEAD_FIELDS.filter((field) => layout.has(field));
  const reading: Reading = {
    layout,
    date,
    amount: amountReader(context.currency),
    latest: context.latest,
    headFields,
    same,
  };
  const orders = new Map<string, GatheredOrder>();
  return {
    take: (row) => takeRow(reading, orders, row),
    orders: () =>
      [...orders.values()].sort((a, b) => a.paidAt - b.paidAt || (a.rows[0] as number) - (b.rows[0] as number)),
  };
}

function takeRow(reading: Reading, orders: Map<string, GatheredOrder>, { number, cells }: CsvRow): undefined {
  const { layout, same } = reading;
  const id = layout.cell('order', cells);
  // A row that names no order is an order of its own, so that it is counted and its reason is told.
  const key = id === '' ? `\u0000${number}` : id;
  let order = orders.get(key);
  if (!order) {
    order = {
      id: same(id),
      rows: [],
      isCancellation: false,
      problem: null,
      paidAt: FOREVER,
      head: new Map(),
      lines: [],
    };
    orders.set(key, order);
  }
  order.rows.push(number);
  if (layout.isCancellation(cells)) order.isCancellation = true;
  if (order.problem) return;
  const fail: Fail = (code, field, text = '') => {
    order.problem ??= { code, row: number, field, text };
    return undefined;
  };
  if (cells.length > layout.width && cells.slice(layout.width).some((cell) => cell !== ''))
    return fail('malformed-row', 'row');
  if (!isOutsideId(id)) return fail(id === '' ? 'required' : 'invalid-id', 'order', id);
  takePaidAt(reading, order, cells, fail);
  for (const field of reading.headFields) takeHead(reading, order, field, cells, fail);
  const line = readLine(reading, cells, fail);
  if (order.problem || !line) return;
  if (order.lines.length >= LINES_AT_MOST) return fail('too-many-lines', 'lines');
  order.lines.push(line);
}

type Fail = (code: string, field: string, text?: string) => undefined;

function takePaidAt(
  { layout, date, latest }: Reading,
  order: GatheredOrder,
  cells: readonly string[],
  fail: Fail,
): undefined {
  const text = layout.cell('paidAt', cells);
  const instant = date(text);
  if (isRefusal(instant)) return fail(text === '' ? 'required' : instant.refused, 'paidAt', text);
  if (instant > latest) return fail('paid-in-future', 'paidAt', text);
  if (instant < order.paidAt) order.paidAt = instant;
}

function takeHead(
  { layout, same }: Reading,
  order: GatheredOrder,
  field: OrderFieldName,
  cells: readonly string[],
  fail: Fail,
): undefined {
  const text = layout.cell(field, cells);
  if (text === '') return;
  const told = order.head.get(field);
  if (told === undefined) order.head.set(field, same(text));
  else if (told !== text && !MAY_DIFFER.has(field)) fail('rows-contradict', field, text);
}

function readLine({ layout, amount, same }: Reading, cells: readonly string[], fail: Fail): GatheredLine | undefined {
  const text = (field: OrderFieldName) => layout.cell(field, cells);
  const read = (field: OrderFieldName, isRequired = false): Money => {
    const cell = text(field);
    if (cell === '' && !isRequired) return ZERO;
    const value = amount(cell);
    if (isRefusal(value)) fail(cell === '' ? 'required' : 'invalid-amount', field, cell);
    else if (value < 0) fail(field === 'price' ? 'negative-price' : 'negative-amount', field, cell);
    else return value;
    return ZERO;
  };
  const sku = text('sku');
  if (!isOutsideId(sku)) return fail(sku === '' ? 'required' : 'invalid-id', 'sku', sku);
  const quantity = quantityOf(text('quantity'), fail);
  const category = text('category');
  const price = read('price', true);
  if (category !== '' && !isOutsideId(category)) fail('invalid-id', 'category', category);
  const name = text('name').slice(0, NAME_LENGTH);
  return {
    sku: same(sku),
    name: name === '' ? null : same(name),
    category: category === '' ? null : same(category),
    quantity,
    price,
    discount: read('discount'),
    tax: read('tax'),
  };
}

function quantityOf(text: string, fail: Fail): number {
  const quantity = /^-?\d{1,9}(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(quantity) || quantity > QUANTITY_AT_MOST)
    fail(text === '' ? 'required' : 'invalid-quantity', 'quantity', text);
  else if (quantity <= 0) fail('quantity-not-positive', 'quantity', text);
  return quantity;
}
