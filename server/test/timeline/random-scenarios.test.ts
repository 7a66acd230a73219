import { randomScenario } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences } from '../../../packages/engine/test/world/compare-with';
import { runScenario as playInWorld } from '../../../packages/engine/test/world/run-scenario';
import type { ScenarioJson } from '../../../packages/engine/test/world/scenario-file';
import type { Database } from '../../src/foundation/db';
import { parseScenario, runScenario } from '../../src/scenario/run-scenario';
import { testDatabase } from '../support/database';

const SEEDS = Array.from({ length: 40 }, (_, index) => index * 7 + 1);

let db: Database;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

/**
 * The world of the engine's tests keeps everything in memory and adds every counter up anew whenever it is asked; the server
 * keeps counters, batches and a database. Both must come to the same books. Reasons why a rule lost are left out: the server
 * explains by the rule book of the decision, the world by the latest.
 */
test.each(SEEDS)('random scenario %i ends in the same books as in a world without a database', async (seed) => {
  const json = randomScenario(seed);
  const report = await runScenario(db, `random ${seed}`, parseScenario(JSON.stringify(json)));
  const { losers: _losers, promoters, ledger, ...actual } = report.actual;
  const standings = Object.fromEntries(
    Object.entries(promoters).map(([code, { status: _status, ...standing }]) => [code, standing]),
  );
  const { world, problems } = playInWorld(json as unknown as ScenarioJson);
  expect(differences(world, { ...actual, promoters: standings } as never)).toEqual([]);
  expect(problems.length).toBe(report.diffs.length);
  expect(ledger).toBe('balanced');
});

test('a refusal says where in the file it is wrong', () => {
  expect(() => parseScenario('{')).toThrow('$: not JSON');
  expect(() => parseScenario('{"title":"x","programmes":[],"events":[]}')).toThrow('$.programmes');
  const json = randomScenario(1) as { events: { promoter?: string }[] };
  json.events.push({ ...json.events[0], promoter: 'NOBODY' });
  expect(() => parseScenario(JSON.stringify(json))).toThrow('$.events[');
});
