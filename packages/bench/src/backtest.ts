import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type HttpClient, httpClient, signWebhook } from '@fenrun/testkit';
import { startMariadb } from '../../../tooling/mariadb.mjs';
import { changedTables, checksums } from './checksums';
import { cpuMs } from './cpu';
import { against, type Figure, plain } from './figure';
import { type Memory, memoryOf, peakWhile } from './memory';
import { readPastRows } from './past-rows';
import { type Home, type Product, startProduct } from './product';
import { dice, median } from './random';
import { prepare, sendAll } from './send';
import { openShop, paidOrder, type Shop } from './shop';
import { writePlans } from './shop-plans';
import { awaitSettled, openStore, type Store } from './store';

type Print = (figure: Figure) => void;

/** Days that the back-test looks at; the sales come in while the benchmark prepares, under the rule book that it wrote. */
const DAYS = 2;
const CUSTOMERS = 20_000;
const ORDERS_PER_REQUEST = 200;
const CONNECTIONS = 4;

/** Sales that are sent between two waits, so that the product need not keep more of them. */
const SENT_AT_ONCE = 10_000;

const ASK_EVERY_MS = 100;

/** What a back-test itself writes: its row and sums, the audit of the request, and what a session keeps. */
const ITS_OWN = new Set(['back_test', 'back_test_sum', 'audit', 'session', 'idempotency_key']);

interface Options {
  readonly sales: number;
  readonly rounds: number;
}

/**
 * Real sales decided again by a draft of the rule book and held against what was decided, against only reading the same rows in the same
 * run. Both are given in rows a second and, because machines are shared, in rows a second of processor time (the database's included).
 */
export async function benchBackTest(print: Print, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { sales: { type: 'string' }, rounds: { type: 'string' }, only: { type: 'string' } },
  });
  const options = { sales: Number(values.sales ?? 100_000), rounds: Number(values.rounds ?? 3) };
  const folder = mkdtempSync(join(tmpdir(), 'fenrun-backtest-'));
  try {
    if (values.only !== 'mysql')
      await contest(print, { dataDir: join(folder, 'sqlite') }, undefined, options, 'sqlite_');
    if (values.only !== 'sqlite') await onMariadb(print, folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onMariadb(print: Print, folder: string, options: Options): Promise<void> {
  const server = await startMariadb({ durability: 'full', databases: ['product'] });
  if (!server) throw new Error('this benchmark needs MariaDB or MySQL on this machine');
  try {
    const home = { dataDir: join(folder, 'mysql'), dbUrl: server.url('product') };
    await contest(print, home, server.pid, options, '');
  } finally {
    await server.stop();
  }
}

async function contest(
  print: Print,
  home: Home,
  databasePid: number | undefined,
  options: Options,
  prefix: string,
): Promise<void> {
  const shop = await openShop(home);
  const product = await startProduct(home);
  const store = await openStore(home);
  try {
    await writePlans(product, shop, store);
    await sell(product, shop, store, options.sales);
    const desk = await openDesk(product, shop);
    const before = await checksums(store);
    const read: Measured[] = [];
    const tested: Measured[] = [];
    const resting = await memoryOf(product);
    let peak: Memory = resting;
    for (let round = 0; round < options.rounds; round += 1) {
      read.push(await measured([process.pid, databasePid], () => readPastRows(store)));
      const rows = read.at(-1)?.rows ?? 0;
      const turn = await peakWhile(
        product,
        measured([product.process.pid, databasePid], () => runBackTest(desk, rows, options.sales)),
      );
      tested.push(turn.result);
      peak = { resident: Math.max(peak.resident, turn.peak.resident), heap: Math.max(peak.heap, turn.peak.heap) };
    }
    printFigures(print, prefix, read, tested);
    printMemory(print, prefix, resting, peak, await memoryOf(product));
    const touched = changedTables(before, await checksums(store)).filter((name) => !ITS_OWN.has(name));
    print(plain('backtest', `${prefix}tables_touched`, touched.length));
    if (touched.length > 0) throw new Error(`the back-test touched ${touched.join(', ')}`);
  } finally {
    await store.close();
    await product.stop();
  }
}

/** Sends paid orders and waits until all are settled. */
async function sell(product: Product, shop: Shop, store: Store, sales: number): Promise<void> {
  const roll = dice(sales);
  const path = `/api/v1/webhooks/${shop.slug}/sales`;
  for (let from = 0; from < sales; from += SENT_AT_ONCE) {
    const requests = [];
    for (let at = from; at < Math.min(from + SENT_AT_ONCE, sales); at += ORDERS_PER_REQUEST) {
      const count = Math.min(ORDERS_PER_REQUEST, sales - at);
      const orders = Array.from(
        { length: count },
        (_, index) => paidOrder(`S-${at + index}`, roll, shop, CUSTOMERS, 'bt').event,
      );
      const body = `[${orders.join(',')}]`;
      requests.push(prepare(path, body, { ...signWebhook(body, shop.webhookSecret, `bt-${at}`, Date.now()) }));
    }
    await sendAll(product.port, requests, CONNECTIONS);
    await awaitSettled(store);
  }
}

async function openDesk({ base }: Product, { owner, password }: Shop): Promise<HttpClient> {
  const client = httpClient(base);
  const { status } = await client.post('/api/v1/session', { email: owner, password });
  if (status !== 204) throw new Error(`cannot sign in: ${status}`);
  return client;
}

/** A rate for everybody that is another, and nothing any more for one product. */
const CHANGES = [
  { kind: 'rule', rule: { layer: 'sales_match', priority: 1, when: { skus: ['A1'] }, rate: { percent: '0' } } },
  { kind: 'rule', rule: { layer: 'sales_match', when: { categories: ['goods'] }, rate: { percent: '12.5' } } },
];

interface BackTest {
  readonly id: string;
  readonly state: string;
  readonly result: { readonly sales: number; readonly changed: number } | null;
}

/** Starts a back-test over all sales and waits for its end. */
async function runBackTest(desk: HttpClient, rows: number, sales: number): Promise<{ rows: number; sales: number }> {
  const started = await desk.post<BackTest>('/api/v1/back-tests', { changes: CHANGES, days: DAYS });
  if (started.status !== 202) throw new Error(`no back-test: ${JSON.stringify(started.body)}`);
  for (;;) {
    const { body } = await desk.get<BackTest>(`/api/v1/back-tests/${started.body.id}`);
    if (body.state === 'failed') throw new Error(`the back-test failed: ${JSON.stringify(body)}`);
    if (body.state === 'done' && body.result) {
      const { sales: looked, changed } = body.result;
      if (looked < sales || changed === 0)
        throw new Error(`${looked} of ${sales} sales were tested, ${changed} changed`);
      return { rows, sales: looked };
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

interface Measured {
  readonly rows: number;
  readonly sales: number;
  readonly tookMs: number;
  readonly usedMs: number;
}

/** How long something took by the clock, and how much processor time of these processes. */
async function measured(
  pids: readonly (number | undefined)[],
  work: () => Promise<{ readonly rows: number; readonly sales: number }>,
): Promise<Measured> {
  const used = () => pids.map(cpuMs).reduce((all, own) => all + own, 0);
  const usedBefore = used();
  const began = performance.now();
  const result = await work();
  return { ...result, tookMs: performance.now() - began, usedMs: used() - usedBefore };
}

function printFigures(print: Print, prefix: string, read: readonly Measured[], tested: readonly Measured[]): void {
  const rate = (turns: readonly Measured[], took: (turn: Measured) => number) =>
    Math.round(median(turns.map((turn) => (turn.rows * 1000) / Math.max(took(turn), 1))));
  const line = (name: string, took: (turn: Measured) => number) =>
    print(against('backtest', `${prefix}${name}`, rate(tested, took), 'only-reading', rate(read, took)));
  line('rows_per_second', ({ tookMs }) => tookMs);
  line('rows_per_processor_second', ({ usedMs }) => usedMs);
  const last = tested.at(-1);
  print(plain('backtest', `${prefix}sales`, last?.sales ?? 0));
  print(plain('backtest', `${prefix}rows`, last?.rows ?? 0));
  print(plain('backtest', `${prefix}milliseconds`, Math.round(median(tested.map(({ tookMs }) => tookMs)))));
}

/** In MiB: before the first, the highest while one ran, after the last. */
function printMemory(print: Print, prefix: string, before: Memory, peak: Memory, after: Memory): void {
  for (const kind of ['resident', 'heap'] as const) {
    print(plain('backtest', `${prefix}${kind}_mib_before`, before[kind]));
    print(plain('backtest', `${prefix}${kind}_mib_peak`, peak[kind]));
    print(plain('backtest', `${prefix}${kind}_mib_after`, after[kind]));
  }
}
