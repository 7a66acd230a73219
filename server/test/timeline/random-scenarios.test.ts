import { randomScenario } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences } from '../../../packages/engine/test/world/compare-with';
import { randomScenario as drawnScenario } from '../../../packages/engine/test/world/random-scenario';
import { runScenario as playInWorld } from '../../../packages/engine/test/world/run-scenario';
import type { ScenarioJson } from '../../../packages/engine/test/world/scenario-file';
import type { Database } from '../../src/foundation/db';
import { parseScenario, runScenario } from '../../src/scenario/run-scenario';
import { testDatabase } from '../support/database';

/** Two makers that know nothing of each other: what one never thinks of, the other may. */
const SCENARIOS = Array.from({ length: 20 }, (_, index) => [
  { seed: index * 7 + 1, json: randomScenario(index * 7 + 1) },
  { seed: index + 5_000, json: drawnScenario(index + 5_000) as unknown as ReturnType<typeof randomScenario> },
]).flat();

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
test.each(SCENARIOS)(
  'random scenario $seed ends in the same books as in a world without a database',
  async ({ seed, json }) => {
    const report = await runScenario(db, `random ${seed}`, parseScenario(JSON.stringify(json)));
    const { losers: _losers, promoters, ledger, ...actual } = report.actual;
    const standings = Object.fromEntries(
      Object.entries(promoters).map(([code, { status: _status, ...standing }]) => [code, standing]),
    );
    const { world, problems } = playInWorld(json as unknown as ScenarioJson);
    expect(differences(world, { ...actual, promoters: standings } as never)).toEqual([]);
    expect(problems.length).toBe(report.diffs.length);
    expect(ledger).toBe('balanced');
  },
);

test('a refusal says where in the file it is wrong', () => {
  expect(() => parseScenario('{')).toThrow('$: not JSON');
  expect(() => parseScenario('{"title":"x","programmes":[],"events":[]}')).toThrow('$.programmes');
  const json = randomScenario(1) as { events: { promoter?: string }[] };
  json.events.push({ ...json.events[0], promoter: 'NOBODY' });
  expect(() => parseScenario(JSON.stringify(json))).toThrow('$.events[');
});
