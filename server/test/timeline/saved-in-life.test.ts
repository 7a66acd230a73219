import { inForce, type LadderMetric } from '@fenrun/engine';
import { FOREVER, isRefusal, parseInstant, type Refusal } from '@fenrun/kernel';
import { randomScenario } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveGroups } from '../../src/flows/edit-groups';
import { saveLadder } from '../../src/flows/edit-ladder';
import { saveTierBonuses } from '../../src/flows/edit-tier-bonuses';
import { previewClimb } from '../../src/flows/preview-climb';
import { recountMerchant } from '../../src/flows/recount/recount';
import type { Hand } from '../../src/flows/timeline/hand';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { type Database, find, type Tx } from '../../src/foundation/db';
import { verifyLedger } from '../../src/modules/ledger';
import { currentBook, groupingForm } from '../../src/modules/plans';
import { changesOf, promoterTable } from '../../src/modules/promoters';
import { playEvents } from '../../src/scenario/play';
import { parseScenario } from '../../src/scenario/run-scenario';
import { type Stage, setStage } from '../../src/scenario/stage';
import { testDatabase } from '../support/database';

let db: Database;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

const EDITOR = { kind: 'staff' as const, id: 'S', name: 'Staff', lang: 'en' as const };
const METRICS: readonly LadderMetric[] = [
  'personal_volume',
  'referral_order_count',
  'earned_commission',
  'referral_order_value',
  'downline_sales',
];

type Command = (tx: Tx, hand: Hand, now: number) => Promise<object | Refusal>;

const run = async (stage: Stage, command: Command) => {
  const done = await onTimeline<object>(stage.lines, stage.merchantId, command);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
};

/** Saves another ladder, other groups and other bonuses; what they ask changes from turn to turn. */
async function saveEverything(stage: Stage, turn: number): Promise<void> {
  await run(stage, (tx, hand, now) => {
    const programmes = [...inForce(hand.compiled, FOREVER).programmes.values()].filter((one) => one.programme.isActive);
    const metric = METRICS[turn % METRICS.length] as LadderMetric;
    const step = metric === 'referral_order_count' ? 1 + turn : 500 * (turn + 1);
    const levels = programmes.map(({ code }, index) => ({ programme: code, threshold: String(index * step) }));
    const from = stage.reading.zone.dayAt(now);
    const reset = turn % 2 === 0 ? { everyMonths: 1, day: 31, from, to: 'previous' as const } : null;
    const ladder = { isOn: turn % 4 !== 3, metric, levels, reset };
    return saveLadder(
      tx,
      hand,
      { version: hand.book.ladder.length, ladder, acknowledged: ['downline-legal'] },
      EDITOR,
      now,
    );
  });
  await run(stage, (tx, hand, now) => {
    const known = groupingForm(inForce(hand.compiled, FOREVER).grouping, hand.book.currency).groups;
    const own = {
      id: 'Own',
      name: 'Own',
      auto: { join: 'any' as const, compare: 'gt' as const, criteria: { orders: turn } },
    };
    const others = known.filter(({ id }) => id !== own.id);
    const groups = { isOn: turn % 3 !== 2, groups: turn % 2 === 0 ? [...others, own] : [own, ...others] };
    return saveGroups(tx, hand, { version: hand.book.grouping.length, groups }, EDITOR, now);
  });
  await run(stage, (tx, hand, now) => {
    const steps = (['last_month', 'trailing_30_days', 'since_joining'] as const).map((window, index) => ({
      ...{ threshold: String(turn + index + 1), window, rate: { percent: String(10 + turn) }, days: 20 + turn },
    }));
    const tierBonuses = { metric: 'conversions' as const, steps };
    return saveTierBonuses(tx, hand, { version: hand.book.tierBonuses.length, tierBonuses }, EDITOR, now);
  });
}

/** At every instant everybody stands at least where his sales have brought him. */
async function nobodyIsDue({ merchantId }: Stage): Promise<void> {
  const held = inForce((await currentBook(db.read, merchantId, db)).compiled, FOREVER);
  for (const aspect of ['programme', 'group'] as const)
    expect((await previewClimb(db, merchantId, held, aspect)).moves).toEqual([]);
}

const SEEDS = [2, 5, 13, 21];

test.each(SEEDS)(
  'ladder, groups and bonuses saved in the middle of random life %i leave the books and everybody in place',
  async (seed) => {
    const file = parseScenario(JSON.stringify(randomScenario(seed, 80)));
    const stage = await setStage(db, file, parseInstant(file.events[0]?.at ?? '') as number);
    for (let turn = 0; turn * 16 < file.events.length; turn += 1) {
      await playEvents(stage, file.events.slice(turn * 16, turn * 16 + 16));
      await nobodyIsDue(stage);
      await saveEverything(stage, turn);
      await nobodyIsDue(stage);
      expect((await recountMerchant(db.read, stage.merchantId, db)).differences).toEqual([]);
    }
    expect((await verifyLedger(db.read)).balanced).toBe(true);
    const rows = await find(db.read, promoterTable, 'merchant_id = ?', [stage.merchantId]);
    const changes = await changesOf(
      db.read,
      stage.merchantId,
      rows.map(({ id }) => id),
    );
    for (const { id, programme, groupCode } of rows) {
      const last = (aspect: string) => changes.get(id)?.findLast((change) => change.aspect === aspect)?.value;
      expect([last('programme'), last('group')]).toEqual([programme, groupCode]);
    }
  },
);
