import { join } from 'node:path';
import libsql from 'libsql';
import { type Connection, createConnection } from 'mysql2/promise';
import type { Home } from './product';

export type Value = string | number | null;

/** One multi-row statement: `head` with a list of rows and `tail` after it. */
export interface Statement {
  readonly head: string;
  readonly rows: readonly (readonly Value[])[];
  readonly tail: string;
}

/** A connection to the database of a home, beside the product or without it. */
export interface Store {
  readonly dialect: 'mysql' | 'sqlite';
  rows<T = Record<string, Value>>(sql: string): Promise<T[]>;
  /** Runs statements in one transaction, durable when it returns. */
  write(statements: readonly Statement[]): Promise<void>;
  close(): Promise<void>;
}

export function openStore(home: Home): Promise<Store> {
  return home.dbUrl ? openMysqlStore(home.dbUrl) : Promise.resolve(openSqliteStore(join(home.dataDir, 'fenrun.db')));
}

/** Deadlock, lock wait: the whole transaction again. */
const AGAIN = new Set([1213, 1205]);

async function openMysqlStore(url: string): Promise<Store> {
  const connection = await createConnection({ uri: url, charset: 'utf8mb4_bin', supportBigNumbers: true });
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  // A transaction begins with its first statement: no round trip for that, and nothing is committed by itself after an error.
  await connection.query('SET SESSION autocommit = 0');
  return {
    dialect: 'mysql',
    rows: async <T>(sql: string) => (await connection.query(sql))[0] as T[],
    write: (statements) => writeMysql(connection, statements),
    close: () => connection.end(),
  };
}

async function writeMysql(connection: Connection, statements: readonly Statement[]): Promise<void> {
  try {
    // Nothing of what comes back is looked at, so the next statement is handed over before the last one is answered.
    await Promise.all(statements.map((each) => connection.query(textOf(each))));
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK');
    if (!AGAIN.has((error as { errno?: number }).errno ?? 0)) throw error;
    await writeMysql(connection, statements);
  }
}

function textOf({ head, rows, tail }: Statement): string {
  let text = head;
  for (let at = 0; at < rows.length; at += 1) {
    text += at === 0 ? '(' : ',(';
    const row = rows[at] as readonly Value[];
    for (let column = 0; column < row.length; column += 1) {
      if (column > 0) text += ',';
      text += literal(row[column] as Value);
    }
    text += ')';
  }
  return text + tail;
}

const QUOTED = /['\\]/;

function literal(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return `'${QUOTED.test(value) ? value.replace(/['\\]/g, '\\$&') : value}'`;
}

interface LibsqlStatement {
  run(params: readonly Value[]): unknown;
  all(params: readonly Value[]): unknown[];
}

interface LibsqlConnection {
  prepare(sql: string): LibsqlStatement;
  exec(sql: string): void;
  close(): void;
}

/** The embedded database as the product opens it: WAL, flushed at every commit. */
function openSqliteStore(file: string): Store {
  const connection = new (libsql as unknown as new (file: string, options: object) => LibsqlConnection)(file, {
    timeout: 15_000,
  });
  for (const pragma of [
    'synchronous = FULL',
    'cache_size = -65536',
    'temp_store = MEMORY',
    'wal_autocheckpoint = 8000',
  ])
    connection.exec(`PRAGMA ${pragma}`);
  const kept = new Map<string, LibsqlStatement>();
  const prepared = (sql: string) => {
    const known = kept.get(sql) ?? connection.prepare(sql);
    kept.set(sql, known);
    return known;
  };
  return {
    dialect: 'sqlite',
    rows: async <T>(sql: string) => prepared(sql).all([]) as T[],
    write: async (statements) => {
      connection.exec('BEGIN IMMEDIATE');
      for (const { head, rows, tail } of statements) {
        const one = `(${(rows[0] as readonly Value[]).map(() => '?').join(',')})`;
        prepared(`${head}${rows.map(() => one).join(',')}${tail}`).run(rows.flat());
      }
      connection.exec('COMMIT');
    },
    close: async () => connection.close(),
  };
}

/** How many rows every table has. */
export async function census(store: Store): Promise<ReadonlyMap<string, number>> {
  const sql =
    store.dialect === 'mysql'
      ? "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
      : "SELECT name FROM sqlite_master WHERE type = 'table'";
  const counts = new Map<string, number>();
  for (const { name } of await store.rows<{ name: string }>(sql)) {
    const [row] = await store.rows<{ rows_in: number }>(`SELECT COUNT(*) AS rows_in FROM ${name}`);
    counts.set(name, Number(row?.rows_in ?? 0));
  }
  return counts;
}

/** By how many rows each table grew; those that did not are left out. */
export function growth(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Map<string, number> {
  const grown = [...after].map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const);
  return new Map(grown.filter(([, more]) => more !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const ASK_EVERY_MS = 3;
const SETTLED_WITHIN_MS = 120_000;

/** Waits until nothing waits in the merchant's lane any more: everything that was recorded is settled and posted. */
export async function awaitSettled(store: Store): Promise<void> {
  const until = Date.now() + SETTLED_WITHIN_MS;
  while (Date.now() < until) {
    if ((await store.rows("SELECT id FROM outbox WHERE lane = 'timeline' LIMIT 1")).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Error('what was recorded was not settled in time');
}
