import { createPool, type Pool, type PoolConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { afterCommitList, type Database, runInSession, type Session, type Snapshot } from './database';
import { entities } from './entities';
import type { Reader, Tx } from './sql';
import type { SqlValue } from './table';

/** Connections at most for reading, and as many for writing; the hot paths batch, so few are enough. */
const CONNECTIONS = 8;

/** MySQL 8 or MariaDB 10.6 and later. READ COMMITTED: every read sees what was committed, and gaps are not locked. */
export async function openMysql(url: string): Promise<Database> {
  const pool = openPool(new URL(url));
  const writers = openPool(new URL(url), BEGINS_BY_ITSELF);
  const source = await new DataSource({
    type: (await isMariadb(pool)) ? 'mariadb' : 'mysql',
    url: url.replace(/^mariadb:/, 'mysql:'),
    entities: entities('mysql'),
    migrations,
    migrationsTableName: 'schema_migration',
    charset: 'utf8mb4_bin',
    poolSize: 2,
    timezone: 'Z',
  } as never).initialize();
  return {
    dialect: 'mysql',
    source,
    read: readerOf(pool),
    write: (work) => runInSession(() => openSession(writers), work),
    snapshot: () => openSnapshot(pool),
    close: async () => {
      await pool.end();
      await writers.end();
      await source.destroy();
    },
  };
}

/** What the server says of itself counts, whatever the address calls it: TypeORM compares defaults differently for the two. */
async function isMariadb(pool: Pool): Promise<boolean> {
  const [rows] = await pool.query('SELECT VERSION() AS version');
  return /mariadb/i.test((rows as { version: string }[])[0]?.version ?? '');
}

/**
 * A transaction begins with its first statement. Statements may be handed over before the last one is answered, so nothing may commit
 * by itself after one of them made the database give the transaction up: what follows it is rolled back as well.
 */
const BEGINS_BY_ITSELF = 'SET SESSION autocommit = 0';

function openPool(address: URL, ...session: readonly string[]): Pool {
  const pool = createPool({
    host: address.hostname,
    port: Number(address.port || 3306),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: address.pathname.slice(1),
    charset: 'utf8mb4_bin',
    connectionLimit: CONNECTIONS,
    timezone: 'Z',
    supportBigNumbers: true,
    multipleStatements: false,
    flags: ['FOUND_ROWS'],
  });
  const settings = [
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION'",
    ...session,
  ];
  pool.on('connection', (connection) => {
    for (const sql of settings) (connection as unknown as { query(sql: string): void }).query(sql);
  });
  return pool;
}

/** The driver's own query below its promises, which take a stack trace for every statement. */
interface Plain {
  query(sql: string, params: readonly SqlValue[], end: (error: Error | null, result: unknown) => void): void;
}

function ask(connection: Pool | PoolConnection, sql: string, params: readonly SqlValue[]): Promise<unknown> {
  const plain = ('pool' in connection ? connection.pool : connection.connection) as unknown as Plain;
  return new Promise((resolve, reject) => {
    plain.query(sql, params, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

function readerOf(connection: Pool | PoolConnection): Reader {
  return {
    dialect: 'mysql',
    rows: async <T>(sql: string, params: readonly SqlValue[] = []) => {
      return (await ask(connection, sql, params)) as T[];
    },
  };
}

/** A connection of its own whose reads all see the moment of its beginning. */
async function openSnapshot(pool: Pool): Promise<Snapshot> {
  const connection = await pool.getConnection();
  await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
  return {
    ...readerOf(connection),
    close: async () => {
      await connection.query('COMMIT');
      connection.release();
    },
  };
}

async function openSession(pool: Pool): Promise<Session> {
  const connection = await pool.getConnection();
  const after = afterCommitList();
  const tx: Tx = {
    ...readerOf(connection),
    run: async (sql, params = []) => {
      return ((await ask(connection, sql, params)) as { affectedRows: number }).affectedRows;
    },
    afterCommit: after.add,
  };
  return {
    tx,
    commit: async () => {
      await connection.query('COMMIT');
      after.runAll();
    },
    rollback: async () => {
      await connection.query('ROLLBACK');
    },
    release: () => connection.release(),
  };
}
