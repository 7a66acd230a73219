import { parseInstant } from '@fenrun/kernel';
import { randomScenario } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BATCH_LIMITS, type BatchLimits } from '../../src/flows/timeline/run-batch';
import type { Database } from '../../src/foundation/db';
import { type Actual, readActual } from '../../src/scenario/actual';
import type { ScenarioFile } from '../../src/scenario/file';
import { tellEvents } from '../../src/scenario/play';
import { parseScenario } from '../../src/scenario/run-scenario';
import { setStage } from '../../src/scenario/stage';
import { testDatabase } from '../support/database';

let db: Database;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

/** Only what shops tell: people's decisions work the timeline themselves. */
const TOLD = new Set(['order', 'complete', 'refund', 'touch']);

function toldOnly(seed: number): ScenarioFile {
  const json = randomScenario(seed, 90) as { events: { do: string }[] };
  return parseScenario(JSON.stringify({ ...json, events: json.events.filter((event) => TOLD.has(event.do)) }));
}

async function play(
  file: ScenarioFile,
  limits: BatchLimits,
  advanceAfter: (index: number) => boolean,
): Promise<Actual> {
  const stage = await setStage(db, file, parseInstant(file.events[0]?.at ?? '') as number, limits);
  for (const [index, event] of file.events.entries()) {
    stage.clock.moveTo(Math.max(stage.clock.now(), parseInstant(event.at) as number));
    await tellEvents(stage, [event]);
    if (advanceAfter(index)) await stage.lines.advance(stage.merchantId);
  }
  await stage.lines.advance(stage.merchantId);
  const { ledger, ...actual } = await readActual(stage);
  expect(ledger).toBe('balanced');
  return sorted(actual as Actual);
}

/** Lists have no order of their own. */
function sorted(actual: Actual): Actual {
  const key = (one: Record<string, unknown>) => `${one['order']}/${one['promoter']}/${one['kind']}`;
  return { ...actual, commissions: [...actual.commissions].sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

test.each([2, 5, 11, 17, 23, 42])(
  'scenario %i: a worker that looks all the time, now and then, or once at the end keeps the same books',
  async (seed) => {
    const file = toldOnly(seed);
    const always = await play(file, BATCH_LIMITS, () => true);
    expect(await play(file, BATCH_LIMITS, () => false)).toEqual(always);
    expect(await play(file, BATCH_LIMITS, (index) => index % 7 === 3)).toEqual(always);
    expect(await play(file, { events: 3, dues: 2 }, () => false)).toEqual(always);
    expect(await play(file, { events: 1, dues: 1 }, (index) => index % 5 === 0)).toEqual(always);
  },
);
