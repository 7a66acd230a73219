import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMariadb } from '../../../tooling/mariadb.mjs';
import { deliveriesOf } from './ingest-product';
import { freePort, type Home, runCli, startProduct } from './product';
import { dice } from './random';
import { sendAll } from './send';
import { openShop, type Shop } from './shop';
import { switchOnNetwork } from './shop-plans';
import { awaitSettled, openStore, type Store } from './store';

/** What one fault came to, as `pnpm faults` prints it. */
interface Outcome {
  readonly fault: string;
  readonly tries: number;
  /** Orders that were answered as recorded and are gone. */
  lost: number;
  /** Orders that stand, or were paid for, more than once. */
  doubled: number;
  /** Differences that `verify-ledger` and `recount` name at the end. */
  unbalanced: number;
}

const TRIES = 30;
const ORDERS = 400;
const CONNECTIONS = 32;
const COMMISSIONS_OF_AN_ORDER = 3;

/** The server is killed at some moment of this span after it gets the first order. */
const KILLED_AFTER_MS = { from: 20, span: 600 } as const;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { tries: { type: 'string' }, only: { type: 'string' } } });
  const tries = Number(values.tries ?? TRIES);
  const folder = mkdtempSync(join(tmpdir(), 'fenrun-faults-'));
  const outcomes: Outcome[] = [];
  const server =
    values.only === 'sqlite' ? undefined : await startMariadb({ durability: 'full', databases: ['product'] });
  try {
    if (values.only !== 'mysql')
      outcomes.push(await killServer('kill-server', { dataDir: join(folder, 'sqlite') }, tries));
    const onServer = server && { dataDir: join(folder, 'mysql'), dbUrl: server.url('product') };
    if (onServer) outcomes.push(await killServer('kill-server-mysql', onServer, tries));
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return outcomes.some(({ lost, doubled, unbalanced }) => lost + doubled + unbalanced > 0) ? 1 : 0;
}

/** Kills the server while shops send, starts it again, and lets them send everything once more, as shops do that got no answer. */
async function killServer(fault: string, home: Home, tries: number): Promise<Outcome> {
  const outcome: Outcome = { fault, tries, lost: 0, doubled: 0, unbalanced: 0 };
  const shop = await openShop(home);
  const port = await freePort();
  const first = await startProduct(home, { port });
  await switchOnNetwork(first, shop);
  await first.stop();
  const store = await openStore(home);
  const roll = dice(tries);
  for (let at = 0; at < tries; at += 1) {
    await oneKill(home, port, shop, store, `F${at}`, KILLED_AFTER_MS.from + roll(KILLED_AFTER_MS.span), outcome);
  }
  outcome.doubled += await countDoubled(store);
  await store.close();
  for (const command of ['verify-ledger', 'recount']) {
    outcome.unbalanced += (await runCli<{ differences: unknown[] }>(home, command)).differences.length;
  }
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  return outcome;
}

async function oneKill(
  home: Home,
  port: number,
  shop: Shop,
  store: Store,
  name: string,
  afterMs: number,
  outcome: Outcome,
): Promise<void> {
  const requests = deliveriesOf(shop, { ordersPerRequest: 1, repeatsPercent: 0 }, { name, orders: ORDERS });
  const answered = new Set<number>();
  const killed = await startProduct(home, { port });
  const ended = new Promise((resolve) => killed.process.once('exit', resolve));
  const sending = sendAll(port, requests, CONNECTIONS, (index) => void answered.add(index)).catch(() => undefined);
  setTimeout(() => killed.process.kill('SIGKILL'), afterMs);
  await Promise.all([ended, sending]);
  const standing = await ordersOf(store, name);
  for (const index of answered) if (!standing.has(`${name}-${index}`)) outcome.lost += 1;
  process.stderr.write(
    `${outcome.fault} ${name}: killed after ${afterMs} ms, ${answered.size} of ${ORDERS} answered\n`,
  );
  const again = await startProduct(home, { port });
  await sendAll(port, requests, CONNECTIONS);
  await awaitSettled(store);
  await again.stop();
  outcome.lost += ORDERS - (await ordersOf(store, name)).size;
}

async function ordersOf(store: Store, name: string): Promise<Set<string>> {
  const rows = await store.rows<{ id: string }>(`SELECT outside_id AS id FROM sale WHERE outside_id LIKE '${name}-%'`);
  // What this connection saw is not to be its picture of the next look.
  await store.write([]);
  return new Set(rows.map(({ id }) => id));
}

/** Orders that are settled more or less than once, or do not have exactly the commissions and postings of one order. */
async function countDoubled(store: Store): Promise<number> {
  const rows = await store.rows<{ wrong: number | string }>(
    `SELECT COUNT(*) AS wrong FROM (
       SELECT s.id FROM sale s LEFT JOIN commission c ON c.merchant_id = s.merchant_id AND c.sale_id = s.id
       GROUP BY s.id HAVING COUNT(c.id) <> ${COMMISSIONS_OF_AN_ORDER}
       UNION ALL SELECT MIN(id) FROM sale GROUP BY merchant_id, outside_id HAVING COUNT(*) > 1
       UNION ALL SELECT cause_id FROM posting GROUP BY merchant_id, cause_id HAVING COUNT(*) <> 2
     ) AS strange`,
  );
  return Number(rows[0]?.wrong ?? 0);
}

// What was started ends with this process, and it does so in the handlers of its exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
