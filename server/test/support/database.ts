import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { inject } from 'vitest';
import { type Database, openDatabase, openSqlite } from '../../src/foundation/db';
import schema from '../../src/migrations/0001-initial.json';
import '../../src/tables';
import '../../../tooling/vitest/provided.mts';

/** The database that this project's suites run on. */
export const testDialect: Database['dialect'] = process.env['FENRUN_TEST_DB'] === 'mysql' ? 'mysql' : 'sqlite';

/**
 * An empty, migrated database of the run's kind; close it when the file is done. On SQLite it is a file of its own; on
 * MySQL it is the worker's database, emptied. One at a time in a test file: on MySQL a second call empties the first.
 */
export async function testDatabase(): Promise<Database> {
  return testDialect === 'mysql' ? emptiedMysql() : copiedSqlite();
}

/** What a server process needs as its environment to run on an empty database of the run's kind. */
export async function testDatabaseAddress(): Promise<{ DB_URL?: string; DATA_DIR: string }> {
  const folder = mkdtempSync(join(testFolder(), 'data-'));
  if (testDialect === 'sqlite') return { DATA_DIR: folder };
  await (await emptiedMysql()).close();
  return { DATA_DIR: folder, DB_URL: mysqlUrl() };
}

function testFolder(): string {
  const folder = inject('testFolder') ?? join(tmpdir(), 'fenrun-test');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Migrating takes longer than most tests, so a migrated file is made once a run and copied. */
async function copiedSqlite(): Promise<Database> {
  const file = join(mkdtempSync(join(testFolder(), 'db-')), 'fenrun.db');
  copyFileSync(await migratedFile(), file);
  return openSqlite({ file, synchronous: 'OFF' });
}

async function migratedFile(): Promise<string> {
  const version = createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 16);
  const file = join(testFolder(), `migrated-${version}.db`);
  if (existsSync(file)) return file;
  const own = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const database = await openSqlite({ file: own, synchronous: 'OFF' });
  await database.source.runMigrations({ transaction: 'each' });
  await database.source.query('PRAGMA wal_checkpoint(TRUNCATE)');
  await database.close();
  renameSync(own, file);
  return file;
}

function mysqlUrl(): string {
  return `${inject('mysqlServer')}/t_${process.env['VITEST_POOL_ID'] ?? '0'}`;
}

async function emptiedMysql(): Promise<Database> {
  const url = mysqlUrl();
  const connection = await createConnection({ uri: inject('mysqlServer'), multipleStatements: true });
  const name = new URL(url).pathname.slice(1);
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const database = await openDatabase({ url, dataDir: testFolder() });
  const [rows] = await connection.query(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?',
    [name],
  );
  const names = (rows as { name: string }[]).map((row) => row.name).filter((table) => table !== 'schema_migration');
  await connection.query(names.map((table) => `DELETE FROM ${name}.${table};`).join(' ') || 'SELECT 1');
  await connection.end();
  return database;
}
