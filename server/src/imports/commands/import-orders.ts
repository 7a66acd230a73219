import { stat } from 'node:fs/promises';
import type { Mapping } from '@fenrun/contracts';
import { type Instant, isRefusal, type Refusal, refuse, zone } from '@fenrun/kernel';
import { recordEvents } from '../../flows/record-events';
import type { Timelines } from '../../flows/timeline/advance';
import type { CsvRow } from '../../foundation/csv';
import { readCsv } from '../../foundation/csv';
import type { Recording, SaleInput } from '../../modules/sales';
import { type OrderGatherer, orderGatherer } from '../domain/gather-orders';
import type { GatheredOrder } from '../domain/gathered-order';
import { amountReader } from '../domain/read-amount';
import type { ImportProgress, KeptOrder, OrderReport, RefusedOrder } from '../domain/report';
import { saleOfOrder } from '../domain/sale-of-order';

export interface OrderImport {
  readonly merchantId: string;
  readonly currency: string;
  readonly timezone: string;
  readonly file: string;
  readonly mapping: Mapping;
  /** Checks everything and records nothing. */
  readonly isDryRun: boolean;
}

type Tell = (progress: ImportProgress) => Promise<void> | void;

/** One transaction takes so much at most: the more lines at once, the fewer times the pages of their indexes are written. */
const ORDERS_AT_ONCE = 1_000;
const LINES_AT_ONCE = 40_000;

/** Orders recorded before they are settled: no more than settling is still handed in memory. The timeline cuts its own batches. */
const SETTLED_EVERY = 1_000;

/** A payment may be so much ahead of our clock. Source: doors.md. */
const AHEAD_MS = 5 * 60_000;

/**
 * Imports a file of orders: gathers their rows, records the good ones in the order of payment through the same door as every other sale,
 * and settles them. Safe to repeat. Bad orders spoil no good ones; each is named with its rows and its reason. A file that cannot be read, or
 * a mapping that does not fit it, is refused as a whole before anything is recorded.
 */
export async function importOrders(
  lines: Timelines,
  given: OrderImport,
  tell: Tell = () => undefined,
): Promise<OrderReport | Refusal> {
  const gathered = await gather(given, lines.clock.now(), tell);
  if (isRefusal(gathered)) return gathered;
  const { orders, rows, bytes } = gathered;
  const amount = amountReader(given.currency);
  const counts = { recorded: 0, repeated: 0 };
  const refused: RefusedOrder[] = [];
  const kept: KeptOrder[] = [];
  let batch: Good[] = [];
  let batchLines = 0;
  let unsettled = 0;
  const flush = async (done: number) => {
    const results = batch.length > 0 ? await record(lines, given, batch) : [];
    for (const [index, result] of results.entries()) count(counts, refused, batch[index] as Good, result);
    unsettled += batch.length;
    batch = [];
    batchLines = 0;
    if (unsettled >= SETTLED_EVERY) unsettled = await settle(lines, given);
    await tell({ rows, bytes, done, of: orders.length });
  };
  for (const [index, order] of orders.entries()) {
    if (order.isCancellation) {
      kept.push({ order: order.id, rows: order.rows, reason: 'cancellation' });
      continue;
    }
    const sale = saleOfOrder(order, given.currency, amount);
    if ('code' in sale) {
      refused.push({ order: order.id, rows: order.rows, problem: sale });
      continue;
    }
    batch.push({ order, sale });
    batchLines += sale.lines.length;
    if (batch.length >= ORDERS_AT_ONCE || batchLines >= LINES_AT_ONCE) await flush(index + 1);
  }
  await flush(orders.length);
  await settle(lines, given);
  return { rows, orders: orders.length, ...counts, refused, kept };
}

interface Good {
  readonly order: GatheredOrder;
  readonly sale: SaleInput;
}

interface Gathered {
  readonly orders: readonly GatheredOrder[];
  readonly rows: number;
  readonly bytes: number;
}

async function gather(given: OrderImport, now: Instant, tell: Tell): Promise<Gathered | Refusal> {
  const zoneOfFile = zone(given.mapping.timezone ?? given.timezone);
  const context = { currency: given.currency, zone: zoneOfFile, latest: now + AHEAD_MS };
  let gatherer: OrderGatherer | undefined;
  let rows = 0;
  const take = (row: CsvRow): Refusal | undefined => {
    if (gatherer) {
      rows += 1;
      gatherer.take(row);
      return undefined;
    }
    const made = orderGatherer(given.mapping, row.cells, context);
    if (isRefusal(made)) return made;
    gatherer = made;
    return undefined;
  };
  const refused = await readCsv(given.file, async (part) => {
    for (const row of part.rows) {
      const no = take(row);
      if (no) return no;
    }
    await tell({ rows, bytes: part.bytes, done: 0, of: 0 });
    return undefined;
  });
  if (refused) return refused;
  if (!gatherer) return refuse('empty-file');
  return { orders: gatherer.orders(), rows, bytes: (await stat(given.file)).size };
}

/** Records a batch; a dry run does the same and takes it back. */
async function record(lines: Timelines, given: OrderImport, batch: readonly Good[]): Promise<readonly Recording[]> {
  let results: readonly Recording[] = [];
  await lines.db.write(async (tx) => {
    const events = batch.map(({ sale }) => ({ kind: 'paid' as const, sale }));
    results = await recordEvents(tx, given.merchantId, events, lines.clock.now());
    return given.isDryRun ? refuse('dry-run') : undefined;
  });
  return results;
}

async function settle(lines: Timelines, given: OrderImport): Promise<0> {
  if (!given.isDryRun) await lines.advance(given.merchantId);
  return 0;
}

function count(
  counts: { recorded: number; repeated: number },
  refused: RefusedOrder[],
  { order }: Good,
  result: Recording,
): void {
  if (result.result === 'recorded') counts.recorded += 1;
  else if (result.result !== 'different') counts.repeated += 1;
  else {
    const problem = {
      code: 'already-recorded-differently',
      row: order.rows[0] as number,
      field: 'order',
      text: result.fields.join(', '),
    };
    refused.push({ order: order.id, rows: order.rows, problem });
  }
}
