import libsql from 'libsql';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { afterCommitList, type Database, runInSession, type Session, type Snapshot } from './database';
import { entities } from './entities';
import type { Reader, Tx } from './sql';
import type { SqlValue } from './table';

/** The part of libsql's connection that is used here; it is synchronous. */
interface Connection {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
}
interface Statement {
  run(params: readonly SqlValue[]): { changes: number };
  all(params: readonly SqlValue[]): unknown[];
  readonly reader?: boolean;
}

/** Prepared statements kept per connection; the least recently made are dropped first. */
const STATEMENTS_KEPT = 400;

/** How long a command waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT_MS = 15_000;

export interface SqliteOptions {
  readonly file: string;
  /** `FULL` for everything but fast tests. */
  readonly synchronous: 'FULL' | 'NORMAL' | 'OFF';
}

/**
 * The embedded database. One connection writes, one transaction at a time, in the order of asking; a second connection,
 * which cannot write, reads. TypeORM's own transactions would share the one connection and corrupt each other.
 */
export async function openSqlite({ file, synchronous }: SqliteOptions): Promise<Database> {
  const source = await openSource(file, synchronous);
  const writer = (source.driver as unknown as { databaseConnection: Connection }).databaseConnection;
  const readConnection = openReadOnly(file);
  const queue = serialQueue();
  const writerCache = statementCache(writer);
  return {
    dialect: 'sqlite',
    source,
    read: readerOf(readConnection),
    write: (work) => queue(() => runInSession(() => openSession(writer, writerCache), work)),
    snapshot: async () => openSnapshot(file),
    close: () =>
      queue(async () => {
        readConnection.close();
        await source.destroy();
      }),
  };
}

/** libsql ignores `readonly`, so the connection itself is told not to write. */
function openReadOnly(file: string): Connection {
  const connection = new (libsql as unknown as new (file: string, options: object) => Connection)(file, {
    timeout: BUSY_TIMEOUT_MS,
  });
  connection.exec('PRAGMA query_only = 1');
  return connection;
}

/** A connection of its own in a read transaction; the moment is fixed by the first read, which happens here. */
function openSnapshot(file: string): Snapshot {
  const connection = openReadOnly(file);
  connection.exec('BEGIN');
  connection.prepare('SELECT COUNT(*) FROM sqlite_master').all([]);
  return {
    ...readerOf(connection),
    close: async () => {
      connection.exec('COMMIT');
      connection.close();
    },
  };
}

async function openSource(file: string, synchronous: SqliteOptions['synchronous']): Promise<DataSource> {
  const source = new DataSource({
    type: 'better-sqlite3',
    driver: libsql,
    database: file,
    entities: entities('sqlite'),
    migrations,
    migrationsTableName: 'schema_migration',
    enableWAL: true,
    timeout: BUSY_TIMEOUT_MS,
    prepareDatabase: (connection: Connection) => {
      connection.exec(`PRAGMA synchronous = ${synchronous}`);
      connection.exec('PRAGMA cache_size = -65536');
      connection.exec('PRAGMA temp_store = MEMORY');
      // Pages that many batches touch are copied into the file once for 32 MiB of log, not once for 4.
      connection.exec('PRAGMA wal_autocheckpoint = 8000');
    },
  } as never);
  return source.initialize();
}

/** Runs tasks one after another; a task that fails does not stop the next. */
function serialQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}

type Cache = (sql: string) => Statement;

function statementCache(connection: Connection): Cache {
  const kept = new Map<string, Statement>();
  return (sql) => {
    let statement = kept.get(sql);
    if (!statement) {
      statement = connection.prepare(sql);
      kept.set(sql, statement);
      if (kept.size > STATEMENTS_KEPT) kept.delete(kept.keys().next().value as string);
    }
    return statement;
  };
}

function readerOf(connection: Connection): Reader {
  const cache = statementCache(connection);
  return {
    dialect: 'sqlite',
    rows: async <T>(sql: string, params: readonly SqlValue[] = []) => cache(sql).all(params) as T[],
  };
}

async function openSession(writer: Connection, cache: Cache): Promise<Session> {
  writer.exec('BEGIN IMMEDIATE');
  const after = afterCommitList();
  const tx: Tx = {
    dialect: 'sqlite',
    rows: async <T>(sql: string, params: readonly SqlValue[] = []) => cache(sql).all(params) as T[],
    run: async (sql, params = []) => cache(sql).run(params).changes,
    afterCommit: after.add,
  };
  return {
    tx,
    commit: async () => {
      writer.exec('COMMIT');
      after.runAll();
    },
    rollback: async () => writer.exec('ROLLBACK'),
    release: () => undefined,
  };
}
