import { createPool, type Pool, type PoolConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { afterCommitList, type Database, runInSession, type Session, type Snapshot } from './database';
import { entities } from './entities';
import type { Reader, Tx } from './sql';
import type { SqlValue } from './table';

/** Connections at most; the hot paths batch, so few are enough. */
const CONNECTIONS = 10;

/** MySQL 8 or MariaDB 10.6 and later. READ COMMITTED: every read sees what was committed, and gaps are not locked. */
export async function openMysql(url: string): Promise<Database> {
  const pool = openPool(new URL(url));
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
    write: (work) => runInSession(() => openSession(pool), work),
    snapshot: () => openSnapshot(pool),
    close: async () => {
      await pool.end();
      await source.destroy();
    },
  };
}

/** What the server says of itself counts, whatever the address calls it: TypeORM compares defaults differently for the two. */
async function isMariadb(pool: Pool): Promise<boolean> {
  const [rows] = await pool.query('SELECT VERSION() AS version');
  return /mariadb/i.test((rows as { version: string }[])[0]?.version ?? '');
}

function openPool(address: URL): Pool {
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
  pool.on('connection', (connection) => {
    const session = connection as unknown as { query(sql: string): void };
    session.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    session.query("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION'");
  });
  return pool;
}

function readerOf(connection: Pool | PoolConnection): Reader {
  return {
    dialect: 'mysql',
    rows: async <T>(sql: string, params: readonly SqlValue[] = []) => {
      const [rows] = await connection.query(sql, params as SqlValue[]);
      return rows as T[];
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
  await connection.query('START TRANSACTION');
  const after = afterCommitList();
  const tx: Tx = {
    ...readerOf(connection),
    run: async (sql, params = []) => {
      const [result] = await connection.query(sql, params as SqlValue[]);
      return (result as { affectedRows: number }).affectedRows;
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
