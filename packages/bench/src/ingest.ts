import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LAYERS } from '@fenrun/engine';
import { startMariadb } from '../../../tooling/mariadb.mjs';
import { cpuMs } from './cpu';
import { against, type Figure, plain } from './figure';
import { kept, readLegacy, transactionsOf, writeBare } from './ingest-bare';
import { runProduct, type Way } from './ingest-product';
import { type Home, type Product, runCli, startProduct } from './product';
import { median } from './random';
import { openShop, type Shop } from './shop';
import { writePlans } from './shop-plans';
import { awaitSettled, census, growth, openStore, type Store } from './store';

type Print = (figure: Figure) => void;

const BATCH = 50;

/** What the product is measured at. */
const WAYS = {
  one_a_request: { ordersPerRequest: 1, repeatsPercent: 0 },
  one_a_request_20_percent_repeats: { ordersPerRequest: 1, repeatsPercent: 20 },
  '50_a_request': { ordersPerRequest: BATCH, repeatsPercent: 0 },
  '50_a_request_20_percent_repeats': { ordersPerRequest: BATCH, repeatsPercent: 20 },
} as const satisfies Readonly<Record<string, Way>>;

type WayName = keyof typeof WAYS;
const WAY_NAMES = Object.keys(WAYS) as WayName[];

/** Connections with which the bare side is tried; the fastest number of the calibrating run is what the product is held against. */
const BARE_CONNECTIONS = {
  mysql: { single: [1, 4, 16], batch: [1, 2, 4] },
  sqlite: { single: [1], batch: [1] },
} as const;

/** A rest before every turn, so that what the last one left to the database's background is not measured with the next. */
const REST_MS = 150;

interface Options {
  readonly orders: number;
  readonly rounds: number;
}

/** Everything that takes turns on one kind of database: the product on one database, bare SQL on another of the same server and schema. */
interface Ring {
  readonly product: Product;
  readonly shop: Shop;
  readonly store: Store;
  readonly bareHome: Home;
  readonly bare: Store;
  /** The database's process, where it is one of its own. */
  readonly databasePid: number | undefined;
}

/**
 * Orders a second from signed webhook to posted ledger, against the same rows written by bare multi-row SQL; all contests take turns in
 * one run. The bare side's texts are made and its updates merged by hand, its connections chosen to its advantage.
 */
export async function benchIngest(print: Print, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { orders: { type: 'string' }, rounds: { type: 'string' }, only: { type: 'string' } },
  });
  const options = { orders: Number(values.orders ?? 4000), rounds: Number(values.rounds ?? 5) };
  const folder = mkdtempSync(join(tmpdir(), 'fenrun-ingest-'));
  try {
    if (values.only !== 'sqlite') await onMariadb(print, folder, options);
    if (values.only !== 'mysql') await onSqlite(print, folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onMariadb(print: Print, folder: string, options: Options): Promise<void> {
  const server = await startMariadb({ durability: 'full', databases: ['product', 'bare'] });
  if (!server) throw new Error('this benchmark needs MariaDB or MySQL on this machine');
  try {
    const homeOf = (name: string): Home => ({ dataDir: join(folder, `mysql-${name}`), dbUrl: server.url(name) });
    await inRing(homeOf('product'), homeOf('bare'), server.pid, (ring) => contest(print, ring, options, ''));
  } finally {
    await server.stop();
  }
}

async function onSqlite(print: Print, folder: string, options: Options): Promise<void> {
  const homeOf = (name: string): Home => ({ dataDir: join(folder, `sqlite-${name}`) });
  await inRing(homeOf('product'), homeOf('bare'), undefined, (ring) => contest(print, ring, options, 'sqlite_'));
}

async function inRing(
  home: Home,
  bareHome: Home,
  databasePid: number | undefined,
  work: (ring: Ring) => Promise<void>,
): Promise<void> {
  const shop = await openShop(home);
  // Any command brings the schema up to date.
  await runCli(bareHome, 'verify-ledger');
  const product = await startProduct(home);
  const store = await openStore(home);
  const bare = await openStore(bareHome);
  try {
    await writePlans(product, shop, store);
    await work({ product, shop, store, bareHome, bare, databasePid });
  } finally {
    await store.close();
    await bare.close();
    await product.stop();
  }
}

async function contest(print: Print, ring: Ring, options: Options, prefix: string): Promise<void> {
  const { product, shop, store, bare } = ring;
  const dialect = store.dialect;
  let turns = 0;
  const send = (name: WayName, turn: string) =>
    runProduct(product, shop, store, WAYS[name], { name: turn, orders: options.orders });
  for (const name of WAY_NAMES) await send(name, `W${name}`);
  const before = await census(store);
  await send('50_a_request', 'K');
  const left = growth(before, await census(store));
  const legacy = await readLegacy(store, 'K');
  const writers = await Promise.all(
    Array.from({ length: 16 }, () => openStore(ring.bareHome)).slice(0, dialect === 'mysql' ? 16 : 1),
  );
  const write = async (size: number, connections: number, onReady?: () => Promise<void>) => {
    turns += 1;
    const batches = transactionsOf(bare, legacy, `BARE${String(turns).padStart(22, '0')}`, size);
    await bare.write(kept(batches));
    await onReady?.();
    return (legacy.orders.length * 1000) / (await writeBare(writers.slice(0, connections), batches));
  };
  let bareBefore: ReadonlyMap<string, number> = new Map();
  await write(BATCH, 1, async () => {
    bareBefore = await census(bare);
  });
  const bareLeft = growth(bareBefore, await census(bare));
  printRows(print, prefix, left, bareLeft, options.orders);
  const single = await fastestOf(BARE_CONNECTIONS[dialect].single, (connections) => write(1, connections));
  const batch = await fastestOf(BARE_CONNECTIONS[dialect].batch, (connections) => write(BATCH, connections));
  print(plain('ingest', `${prefix}bare_connections_single`, single));
  print(plain('ingest', `${prefix}bare_connections_batch`, batch));
  const rates = new Map<string, number[]>();
  const measure = async (name: string, run: () => Promise<number>) => {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const pids = [process.pid, product.process.pid, ring.databasePid];
    const before = pids.map(cpuMs);
    const rate = await run();
    const used = pids.map((pid, index) => Math.round(((cpuMs(pid) - (before[index] ?? 0)) * 1000) / options.orders));
    rates.set(name, [...(rates.get(name) ?? []), rate]);
    process.stderr.write(
      `${prefix}${name}: ${Math.round(rate)} orders/s; µs of processor time an order: sender ${used[0]}, server ${used[1]}, database ${used[2]}\n`,
    );
  };
  for (let round = 0; round < options.rounds; round += 1) {
    for (const name of WAY_NAMES) {
      await measure(name, () => send(name, `R${round}${name}`));
      if (name === 'one_a_request') await measure('bare-sql-single', () => write(1, single));
      if (name === '50_a_request') await measure('bare-sql-batch-50', () => write(BATCH, batch));
    }
  }
  for (const writer of writers) await writer.close();
  printRates(print, prefix, (name) => Math.round(median(rates.get(name) ?? [])));
  await awaitSettled(store);
  await printLayers(print, prefix, store);
  await audit(print, prefix, product.home);
}

/** How many lines each layer won; every one has to have won some. */
async function printLayers(print: Print, prefix: string, store: Store): Promise<void> {
  const sql =
    'SELECT layer, COUNT(*) AS wins FROM commission_line WHERE layer IS NOT NULL GROUP BY layer ORDER BY layer';
  const won = await store.rows<{ layer: string; wins: number }>(sql);
  for (const { layer, wins } of won) print(plain('ingest', `${prefix}lines_won_by:${layer}`, Number(wins)));
  const idle = LAYERS.filter((layer) => !won.some((one) => one.layer === layer));
  if (idle.length > 0) throw new Error(`no order was decided by: ${idle.join(', ')}`);
}

/** The number of connections with which bare SQL is fastest; each is tried twice, and the second time counts. */
async function fastestOf(among: readonly number[], run: (connections: number) => Promise<number>): Promise<number> {
  let best = { connections: 1, rate: 0 };
  for (const connections of among) {
    await run(connections);
    const rate = await run(connections);
    if (rate > best.rate) best = { connections, rate };
  }
  return best.connections;
}

/** Table by table, how many rows an order leaves behind, by the product and by bare SQL; they must be the same. */
function printRows(
  print: Print,
  prefix: string,
  left: ReadonlyMap<string, number>,
  bare: ReadonlyMap<string, number>,
  orders: number,
): void {
  for (const table of new Set([...left.keys(), ...bare.keys()])) {
    const [value, other] = [left.get(table) ?? 0, bare.get(table) ?? 0];
    print(against('ingest', `${prefix}rows_left_by_${orders}_orders:${table}`, value, 'bare-sql', other));
    if (value !== other) throw new Error(`bare SQL writes ${other} rows of ${table}, the product ${value}`);
  }
}

function printRates(print: Print, prefix: string, rate: (name: string) => number): void {
  const line = (name: WayName, baseline: string) =>
    print(against('ingest', `${prefix}orders_per_second_${name}`, rate(name), baseline, rate(baseline)));
  line('one_a_request', 'bare-sql-single');
  line('one_a_request', 'bare-sql-batch-50');
  line('50_a_request', 'bare-sql-batch-50');
  line('one_a_request_20_percent_repeats', 'one_a_request');
  line('50_a_request_20_percent_repeats', '50_a_request');
}

/** What the product wrote is re-added from the ground up. */
async function audit(print: Print, prefix: string, home: Home): Promise<void> {
  for (const command of ['verify-ledger', 'recount']) {
    const { differences } = await runCli<{ differences: unknown[] }>(home, command);
    print(plain('ingest', `${prefix}${command.replace('-', '_')}_differences`, differences.length));
    if (differences.length > 0) throw new Error(`${command}: ${JSON.stringify(differences.slice(0, 5))}`);
  }
}
