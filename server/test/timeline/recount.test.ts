import { parseInstant } from '@fenrun/kernel';
import { randomScenario } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recountMerchant } from '../../src/flows/recount/recount';
import type { Database } from '../../src/foundation/db';
import { playEvents } from '../../src/scenario/play';
import { parseScenario } from '../../src/scenario/run-scenario';
import { setStage } from '../../src/scenario/stage';
import { testDatabase } from '../support/database';

let db: Database;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

test.each([3, 8, 21, 34, 55])('the counters of random scenario %i are what its commissions add up to', async (seed) => {
  const file = parseScenario(JSON.stringify(randomScenario(seed, 80)));
  const stage = await setStage(db, file, parseInstant(file.events[0]?.at ?? '') as number);
  await playEvents(stage, file.events);
  expect((await recountMerchant(db.read, stage.merchantId, db)).differences).toEqual([]);
});

test('a counter that was tampered with is named', async () => {
  const file = parseScenario(JSON.stringify(randomScenario(8, 80)));
  const stage = await setStage(db, file, parseInstant(file.events[0]?.at ?? '') as number);
  await playEvents(stage, file.events);
  await db.write((tx) =>
    tx.run('UPDATE climb_counter SET revenue = revenue + 1 WHERE merchant_id = ?', [stage.merchantId]),
  );
  const { differences, counters } = await recountMerchant(db.read, stage.merchantId, db);
  expect(counters).toBeGreaterThan(0);
  expect(differences.length).toBe(counters);
  expect(differences.every(({ counter, kept, counted }) => counter === 'revenue' && kept === counted + 1)).toBe(true);
});
