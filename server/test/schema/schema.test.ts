import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, tables } from '../../src/foundation/db';
import { testDatabase, testDialect } from '../support/database';
import { type Shape, schemaOf, shapeOf } from './shape';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

test('the migrations make exactly the tables that the code defines', async () => {
  const found = await schemaOf(database);
  const defined = Object.fromEntries([...tables.values()].map((table) => [table.name, shapeOf(table)]));
  expect(Object.keys(found).sort()).toEqual(Object.keys(defined).sort());
  for (const name of Object.keys(defined)) expect(found[name], name).toEqual(defined[name] as Shape);
});

test('the entities of the cold paths agree with the migrated database', async () => {
  const log = await database.source.driver.createSchemaBuilder().log();
  expect(log.upQueries.map(({ query }) => query)).toEqual([]);
});

test('ids from outside compare byte for byte', async () => {
  const rows = await database.read.rows<{ n: number | string }>(
    testDialect === 'mysql'
      ? `SELECT COUNT(*) AS n FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name <> 'schema_migration'
         AND collation_name IS NOT NULL AND collation_name NOT IN ('utf8mb4_bin', 'ascii_bin')`
      : `SELECT COUNT(*) AS n FROM sqlite_master WHERE sql LIKE '%COLLATE NOCASE%' OR sql LIKE '%COLLATE RTRIM%'`,
  );
  expect(Number(rows[0]?.n)).toBe(0);
});

/** Queues that workers read over all merchants lead with their lane. */
const QUEUES = new Set(['outbox']);

test('every table of a merchant leads with the merchant in every key', () => {
  for (const table of tables.values()) {
    if (!('merchantId' in table.columns) || QUEUES.has(table.name)) continue;
    // A token is looked up before anybody knows whose it is.
    const keys = [table.primary, ...table.unique].filter((columns) => columns.join() !== 'digest');
    for (const columns of keys) expect(columns[0], `${table.name} (${columns.join(', ')})`).toBe('merchantId');
  }
});

/** Reserved in MySQL 8 and not in MariaDB, which stands in for it here. */
const RESERVED_IN_MYSQL = new Set(
  'cube cume_dist dense_rank empty except first_value function generated get grouping groups intersect io_after_gtids json_table lag last_value lateral lead master_bind nth_value ntile of optimizer_costs parallel percent_rank qualify rank recursive row row_number rows stored system tablesample virtual window'.split(
    ' ',
  ),
);

test('no table and no column has a name that a database keeps for itself', async () => {
  for (const table of tables.values()) {
    await database.read.rows(`SELECT ${Object.values(table.names).join(', ')} FROM ${table.name} WHERE 1 = 0`);
    for (const name of [table.name, ...Object.values(table.names)])
      expect(RESERVED_IN_MYSQL.has(name), `${table.name}.${name}`).toBe(false);
  }
});
