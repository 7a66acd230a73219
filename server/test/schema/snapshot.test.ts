import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, insert } from '../../src/foundation/db';
import { newId } from '../../src/foundation/ids';
import { timelineTable } from '../../src/modules/commission';
import { testDatabase } from '../support/database';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

const row = () => ({ merchantId: newId(Date.now()), at: 0, cycleAt: 0, specialAt: 0 });
const count = async (reader: Pick<Database['read'], 'rows'>) =>
  Number((await reader.rows<{ n: number | string }>('SELECT COUNT(*) AS n FROM timeline'))[0]?.n);

test('a snapshot sees its own moment while others write', async () => {
  await database.write((tx) => insert(tx, timelineTable, [row()]));
  const snapshot = await database.snapshot();
  await database.write((tx) => insert(tx, timelineTable, [row(), row()]));
  expect(await count(snapshot)).toBe(1);
  expect(await count(database.read)).toBe(3);
  await snapshot.close();
  const later = await database.snapshot();
  expect(await count(later)).toBe(3);
  await later.close();
});

test('a snapshot cannot write', async () => {
  const snapshot = await database.snapshot();
  const values = row();
  const sql = 'INSERT INTO timeline (merchant_id, at, cycle_at, special_at) VALUES (?, 0, 0, 0)';
  await expect(snapshot.rows(sql, [values.merchantId])).rejects.toThrow();
  await snapshot.close();
});
