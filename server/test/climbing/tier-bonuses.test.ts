import type { Out } from '@fenrun/contracts';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { find } from '../../src/foundation/db';
import { bonusRunTable } from '../../src/modules/climbing';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

let desk: DeskWorld;
type Bonuses = Out<'climbing.tierBonuses'>;
type Form = NonNullable<Bonuses['tierBonuses']>;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

/** 12 % for 30 days from ¥400 in 30 days, 15 % for good from ¥1,000 since joining. */
const BONUSES: Form = {
  metric: 'sales',
  steps: [
    { threshold: '400.00', window: 'trailing_30_days', rate: { percent: '12' }, days: 30 },
    { threshold: '1000.00', window: 'since_joining', rate: { percent: '15' }, days: null },
  ],
};

beforeEach(async () => {
  await desk?.server.stop();
  desk = await deskWorld();
  await desk.settings({ hold: { from: 'paid', days: 0 }, approval: { default: 'auto', rules: [] } });
});
afterAll(() => desk.server.stop());

const read = async () => (await desk.shop.owner.get<Bonuses>('/api/v1/tier-bonuses')).body;
const save = <T = Bonuses>(tierBonuses: object, version = 0) =>
  desk.shop.owner.put<T>('/api/v1/tier-bonuses', { version, tierBonuses });
let sold = 0;
/** ¥200 a time. */
const sell = async (promoter: string, times: number) => {
  for (let time = 1; time <= times; time += 1) {
    sold += 1;
    await desk.sale(`T${sold}`, { promoter });
  }
  await desk.days(0);
};
const rates = async () => {
  const sql = 'SELECT net FROM commission WHERE merchant_id = ? ORDER BY id';
  const rows = await desk.server.db.read.rows<{ net: number | string }>(sql, [desk.shop.id]);
  return rows.map(({ net }) => Number(net) / 200);
};

test('steps are saved, said as sentences, and reached by what is approved from then on', async () => {
  expect(await read()).toMatchObject({ version: 0, tierBonuses: null, steps: [] });
  await desk.promoter('A');
  await desk.promoter('B');
  await sell('A', 2);
  const { status, body } = await save(BONUSES);
  expect(status).toBe(200);
  expect(body).toMatchObject({ version: 1, savedBy: 'Owner', tierBonuses: BONUSES });
  expect(body.steps).toEqual([
    { sentence: '近 30 天销售满 ¥400，付', rateText: '12%', running: 0 },
    { sentence: '加入以来销售满 ¥1,000，付', rateText: '15%', running: 0 },
  ]);
  await sell('A', 1);
  // A had passed the first step before there was one: only an approval that lifts him over it starts it.
  expect((await read()).steps.map(({ running }) => running)).toEqual([0, 0]);
  await sell('B', 3);
  await sell('A', 3);
  expect((await read()).steps.map(({ running }) => running)).toEqual([1, 1]);
  // B: 10 %, 10 % (crossing), 12 %. A goes on at 10 % until the approval that makes ¥1,000, then 15 %.
  expect(await rates()).toEqual([10, 10, 10, 10, 10, 12, 10, 10, 15]);
});

test('a bonus that runs goes on as it began; a step on other terms is another one', async () => {
  await desk.promoter('A');
  await save({ ...BONUSES, steps: BONUSES.steps.slice(0, 1) });
  await sell('A', 3);
  const raised = { ...BONUSES, steps: [{ ...BONUSES.steps[0], threshold: '700.00', rate: { percent: '20' } }] };
  expect((await save<Problem>(raised)).body.code).toBe('changed-meanwhile');
  const saved = await save(raised, 1);
  expect(saved.body.steps).toMatchObject([{ rateText: '20%', running: 0 }]);
  await sell('A', 2);
  const runs = await find(desk.server.db.read, bonusRunTable, 'merchant_id = ?', [desk.shop.id], 'ORDER BY id');
  expect(runs.map(({ step, threshold, rate }) => [step, threshold, rate])).toEqual([
    [1, 40_000, { kind: 'percent', percent: 120_000 }],
    [1, 70_000, { kind: 'percent', percent: 200_000 }],
  ]);
  expect(await rates()).toEqual([10, 10, 12, 12, 20]);
  const trace = await desk.server.db.read.rows<{ id: string }>(
    'SELECT id FROM commission WHERE merchant_id = ? ORDER BY id',
    [desk.shop.id],
  );
  const last = await desk.shop.owner.get<{ lines: { rateText?: string }[] }>(`/api/v1/commissions/${trace.at(-1)?.id}`);
  expect(JSON.stringify(last.body)).toContain('20%');
  expect((await read()).steps).toMatchObject([{ running: 1 }]);
  const none = await save({ metric: 'sales', steps: [] }, 2);
  expect(none.body.steps).toEqual([]);
  await sell('A', 1);
  expect((await rates()).at(-1)).toBe(20);
});

test('what is wrong is named field by field', async () => {
  const [first, second] = BONUSES.steps;
  const wrong = {
    metric: 'conversions',
    steps: [
      { ...first, threshold: '0' },
      { ...second, threshold: '1.5' },
    ],
  };
  const answer = await save<Problem>(wrong);
  expect(answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/tierBonuses/steps/0/threshold too-small',
    '/tierBonuses/steps/1/threshold invalid-count',
  ]);
  const high = { ...BONUSES, steps: [{ ...first, rate: { percent: '120' } }] };
  const warned = await save(high);
  expect(warned.body.findings).toMatchObject([{ severity: 'warning', code: 'total-above-whole' }]);
});

test('a step of the last month that was just saved is looked at on the next first of the month', async () => {
  await desk.promoter('A');
  const now = new Date(desk.server.clock.now() + 8 * 3_600_000);
  // The middle of the next month: sales of that month, and a saving within it.
  const next = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 15) - 8 * 3_600_000;
  await desk.days((next - desk.server.clock.now()) / 86_400_000);
  await sell('A', 3);
  const step = { threshold: '500.00', window: 'last_month' as const, rate: { percent: '18' }, days: 10 };
  await save({ metric: 'sales', steps: [step] });
  await desk.days(20);
  expect((await read()).steps).toMatchObject([{ running: 1 }]);
  await sell('A', 1);
  expect((await rates()).at(-1)).toBe(18);
});
