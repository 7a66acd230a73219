import type { Out } from '@fenrun/contracts';
import { isRefusal } from '@fenrun/kernel';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { saveLadder } from '../../src/flows/edit-ladder';
import { assignProgramme } from '../../src/flows/promoter-standing';
import { recountMerchant } from '../../src/flows/recount/recount';
import { inHand, onTimeline } from '../../src/flows/timeline/on-timeline';
import { startTimelineWorker } from '../../src/flows/timeline/worker';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

let desk: DeskWorld;

type Ladder = Out<'climbing.ladder'>;
type Saved = Out<'climbing.saveLadder'>;
type Moves = Out<'climbing.previewLadder'>;
type Form = NonNullable<Ladder['ladder']>;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

/** 10 % on `standard`, 12 % from ¥300 on `advanced`, 15 % from ¥1,000 on `senior`. */
const LADDER: Form = {
  isOn: true,
  metric: 'personal_volume',
  levels: [
    { programme: 'standard', threshold: '0' },
    { programme: 'advanced', threshold: '300.00' },
    { programme: 'senior', threshold: '1000.00' },
  ],
  reset: null,
};

beforeEach(async () => {
  await desk?.server.stop();
  desk = await deskWorld();
  await desk.settings({ hold: { from: 'paid', days: 0 }, approval: { default: 'auto', rules: [] } });
  await programme('advanced', '进阶计划', '12');
  await programme('senior', '资深计划', '15');
});
afterAll(() => desk.server.stop());

const programme = async (id: string, name: string, percent: string) => {
  const fields = { name, rate: { percent }, skus: [], categories: [], recurring: { mode: 'forever' } };
  expect((await desk.shop.owner.post('/api/v1/programmes', { id, ...fields })).status).toBe(201);
};
const read = async () => (await desk.shop.owner.get<Ladder>('/api/v1/ladder')).body;
const save = <T = Saved>(ladder: object, given: object = {}) =>
  desk.shop.owner.put<T>('/api/v1/ladder', { version: 0, ladder, ...given });
const preview = async (ladder: object) =>
  (await desk.shop.owner.post<Moves>('/api/v1/ladder/preview', { ladder })).body;
const pin = async (promoterId: string, to: string) => {
  const done = await onTimeline(desk.lines, desk.shop.id, (tx, hand, now) =>
    assignProgramme(tx, hand, promoterId, to, { by: null, reason: 'test' }, now),
  );
  if (isRefusal(done)) throw new Error(done.refused);
};
/** ¥200 a time. */
const sell = async (promoter: string, times: number) => {
  for (let time = 1; time <= times; time += 1) {
    sold += 1;
    await desk.sale(`L${sold}`, { promoter });
  }
  await desk.days(0);
};
let sold = 0;
const people = ({ steps }: Ladder) => steps.map((step) => [step.programme, step.people, step.pinned]);
const balanced = async () =>
  expect((await recountMerchant(desk.server.db.read, desk.shop.id, desk.server.db)).differences).toEqual([]);

test('a merchant without a ladder has nothing but the version that a first saving names', async () => {
  const ladder = await read();
  expect(ladder).toMatchObject({ version: 0, since: null, savedBy: null, ladder: null, steps: [], nextReset: null });
});

test('a first ladder counts from the beginning: everybody stands at once where his sales have brought him', async () => {
  for (const code of ['A', 'B', 'C', 'D']) await desk.promoter(code);
  const pinned = await desk.promoter('E');
  await sell('A', 1);
  await sell('B', 2);
  await sell('C', 5);
  await sell('E', 5);
  await pin(pinned, 'standard');
  const before = await preview(LADDER);
  expect(before).toMatchObject({
    total: 2,
    moves: [
      { from: 'standard', to: 'senior', toName: '资深计划', people: 1 },
      { from: 'standard', to: 'advanced', toName: '进阶计划', people: 1 },
    ],
  });
  expect(before.some.map(({ promoter, figure }) => [promoter.code, figure])).toEqual([
    ['C', '1000.00'],
    ['B', '400.00'],
  ]);
  expect((await read()).ladder).toBeNull();
  const { status, body } = await save(LADDER);
  expect(status).toBe(200);
  expect(body).toMatchObject({ version: 1, savedBy: 'Owner', moved: 2, beside: 0, findings: [], warnings: [] });
  expect(people(body)).toEqual([
    ['standard', 3, 1],
    ['advanced', 1, 0],
    ['senior', 1, 0],
  ]);
  expect(
    body.steps.map(({ programmeName, rateText, threshold, roseIn30Days }) => ({
      programmeName,
      rateText,
      threshold,
      roseIn30Days,
    })),
  ).toEqual([
    { programmeName: '标准计划', rateText: '10%', threshold: '0.00', roseIn30Days: 2 },
    { programmeName: '进阶计划', rateText: '12%', threshold: '300.00', roseIn30Days: 0 },
    { programmeName: '资深计划', rateText: '15%', threshold: '1000.00', roseIn30Days: 0 },
  ]);
  // D has sold nothing and E was put there by hand: neither is about to rise.
  expect(body.nearest.map(({ promoter, toName, missing }) => [promoter.code, toName, missing])).toEqual([
    ['A', '进阶计划', '100.00'],
    ['B', '资深计划', '600.00'],
  ]);
  const story = await desk.shop.owner.get<Out<'promoters.story'>>('/api/v1/promoters/C/story');
  expect(story.body.data[0]?.text).toBe('从标准计划升到资深计划');
  await balanced();
});

test('the crossing sale of a saved ladder keeps the old rate, the next one gets the new', async () => {
  await desk.promoter('A');
  await save(LADDER);
  await sell('A', 3);
  const rows = await desk.server.db.read.rows<{ net: number | string }>(
    'SELECT net FROM commission WHERE merchant_id = ? ORDER BY id',
    [desk.shop.id],
  );
  expect(rows.map(({ net }) => Number(net))).toEqual([2000, 2000, 2400]);
  expect((await read()).steps.map(({ people: n, roseIn30Days }) => [n, roseIn30Days])).toEqual([
    [0, 1],
    [1, 0],
    [0, 0],
  ]);
});

test('a change of metric moves upwards only, and an older version is refused', async () => {
  await desk.promoter('A');
  await sell('A', 2);
  await save(LADDER);
  const counting = { ...LADDER, metric: 'referral_order_count' as const };
  const levels = [
    { programme: 'standard', threshold: '0' },
    { programme: 'advanced', threshold: '3' },
    { programme: 'senior', threshold: '9' },
  ];
  expect((await save<Problem>({ ...counting, levels })).body.code).toBe('changed-meanwhile');
  const { body } = await save({ ...counting, levels }, { version: 1 });
  expect(body).toMatchObject({ version: 2, moved: 0 });
  expect(body.nearest).toMatchObject([{ toName: '资深计划', missing: '7' }]);
  expect(people(body)).toEqual([
    ['standard', 0, 0],
    ['advanced', 1, 0],
    ['senior', 0, 0],
  ]);
  expect(body.ladder?.levels).toEqual(levels);
});

test('what cannot work is named field by field, and changes nothing', async () => {
  const wrong = {
    ...LADDER,
    levels: [
      { programme: 'standard', threshold: '300.00' },
      { programme: 'advanced', threshold: '300.00' },
      { programme: 'nobody', threshold: '500.00' },
      { programme: 'standard', threshold: '600.00' },
    ],
    reset: { everyMonths: 6, day: 1, from: '2026-01-01', to: { programme: 'senior' } },
  };
  const { status, body } = await save<Problem>(wrong);
  expect([status, body.code]).toEqual([422, 'unsafe-ladder']);
  expect(body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/ladder/levels/2/programme unknown-programme',
    '/ladder/levels/3/programme ladder-programme-twice',
    '/ladder/levels/1/threshold ladder-thresholds-not-rising',
    '/ladder/reset/to/programme reset-level-unknown',
  ]);
  const digits = await save<Problem>({ ...LADDER, levels: [{ programme: 'standard', threshold: '1.005' }] });
  expect(digits.body.errors).toMatchObject([{ pointer: '/ladder/levels/0/threshold', code: 'invalid-amount' }]);
  expect((await save<Problem>({ ...LADDER, levels: [] })).body.errors?.[0]?.pointer).toBe('/ladder/levels');
  expect((await read()).version).toBe(0);
});

test('in mainland China partners’ sales count only after the legal warning was acknowledged, which is kept', async () => {
  const downline = { ...LADDER, metric: 'downline_sales' as const };
  const silent = await save<Problem>(downline);
  expect([silent.status, silent.body.code, silent.body.errors?.[0]?.code]).toEqual([
    422,
    'acknowledgement-required',
    'downline-legal',
  ]);
  expect((await preview(downline)).warnings).toMatchObject([{ code: 'downline-legal', mustAcknowledge: true }]);
  const saved = await save(downline, { acknowledged: ['downline-legal'] });
  expect(saved.body.warnings).toMatchObject([{ code: 'downline-legal', mustAcknowledge: false }]);
  const audit = await desk.shop.owner.get<Out<'identity.audit'>>('/api/v1/audit?action=plans.acknowledge');
  expect(audit.body.data).toHaveLength(1);
});

test('switched off, nobody moves and no reset runs; switched on again, everybody is evaluated and what was missed is not run', async () => {
  await desk.promoter('A');
  const [year, month] = [
    new Date(desk.server.clock.now()).getUTCFullYear(),
    new Date(desk.server.clock.now()).getUTCMonth() + 1,
  ];
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  const reset = { everyMonths: 1, day: 1, from, to: 'previous' as const };
  await save({ ...LADDER, reset });
  await save({ ...LADDER, reset, isOn: false }, { version: 1 });
  await sell('A', 2);
  await desk.days(70);
  const off = await read();
  expect(off).toMatchObject({ nextReset: null, nearest: [] });
  expect(people(off)[0]).toEqual(['standard', 1, 0]);
  const on = await save({ ...LADDER, reset }, { version: 2 });
  expect(on.body).toMatchObject({ version: 3, moved: 1 });
  expect(people(on.body)[1]).toEqual(['advanced', 1, 0]);
  const ran = await desk.shop.owner.get<Out<'climbing.resets'>>('/api/v1/ladder/resets');
  expect(ran.body.data).toEqual([]);
  await balanced();
});

test('the worker hears of a reset that was just saved; it runs once, and its preview said who would move', async () => {
  for (const code of ['A', 'B', 'C']) await desk.promoter(code);
  const held = await desk.promoter('D');
  await sell('A', 2);
  await sell('B', 6);
  await sell('C', 5);
  await save(LADDER);
  await pin(held, 'senior');
  const today = new Date(desk.server.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const reset = { everyMonths: 1, day: 31, from: today, to: 'previous' as const };
  const worker = startTimelineWorker(desk.lines, { error: () => undefined });
  const before = await worker.nextDueAt(desk.server.clock.now());
  const saved = (await save({ ...LADDER, reset }, { version: 1 })).body;
  const at = Date.parse(saved.nextReset?.at ?? '');
  expect(before).toBeNull();
  expect(await worker.nextDueAt(desk.server.clock.now())).toBe(at);
  await worker.stop();
  expect(saved.nextReset).toMatchObject({ moves: 3, pinned: 1 });
  expect(saved.steps.map(({ people: now, afterReset }) => [now, afterReset])).toEqual([
    [0, 1],
    [1, 2],
    [3, 1],
  ]);
  type Page = Out<'climbing.resetPreview'>;
  const page = async (query: string) => (await desk.shop.owner.get<Page>(`/api/v1/ladder/next-reset?${query}`)).body;
  const first = await page('limit=2');
  const second = await page(`limit=2&cursor=${first.nextCursor}`);
  expect(
    [...first.data, ...second.data].map(({ promoter, fromName, toName, figure }) => [
      promoter.code,
      fromName,
      toName,
      figure,
    ]),
  ).toEqual([
    ['B', '资深计划', '进阶计划', '1200.00'],
    ['C', '资深计划', '进阶计划', '1000.00'],
    ['D', '资深计划', null, '0.00'],
    ['A', '进阶计划', '标准计划', '400.00'],
  ]);
  expect(second).toMatchObject({ nextCursor: null, moves: 3, pinned: 1 });
  expect((await page('pinned=true')).data.map(({ promoter }) => promoter.code)).toEqual(['D']);
  expect((await desk.shop.owner.get<Problem>('/api/v1/ladder/next-reset?cursor=bogus')).body.code).toBe(
    'invalid-request',
  );
  await desk.days(Math.ceil((at - desk.server.clock.now()) / 86_400_000));
  await desk.lines.advance(desk.shop.id);
  const after = await read();
  expect(after.steps.map(({ people: now }) => now)).toEqual([1, 2, 1]);
  // Everybody begins at nothing again, so nobody is about to rise.
  expect(after.nearest).toEqual([]);
  const ran = (await desk.shop.owner.get<Out<'climbing.resets'>>('/api/v1/ladder/resets')).body;
  expect(ran.data).toMatchObject([{ at: saved.nextReset?.at, moved: 3 }]);
  await balanced();
});

test('a reset that falls due while a ladder is being saved runs first, by the ladder that it belongs to', async () => {
  await desk.promoter('A');
  await sell('A', 6);
  const today = new Date(desk.server.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const reset = { everyMonths: 1, day: 1, from: today, to: 'previous' as const };
  const saved = (await save({ ...LADDER, reset })).body;
  const { clock, db } = desk.server;
  clock.setOffset(clock.offset + Date.parse(saved.nextReset?.at ?? '') - clock.now() + 5);
  const editor = { kind: 'staff' as const, id: 'S', name: 'S', lang: 'zh' as const };
  // Nobody has worked the timeline since: the saving itself finds the reset.
  const done = await db.write((tx) =>
    inHand(tx, desk.lines, desk.shop.id, (_, hand, now) =>
      saveLadder(tx, hand, { version: 1, ladder: LADDER, acknowledged: [] }, editor, now),
    ),
  );
  expect(isRefusal(done)).toBe(false);
  const ladder = await read();
  expect(ladder.nextReset).toBeNull();
  expect(people(ladder)).toEqual([
    ['standard', 0, 0],
    ['advanced', 1, 0],
    ['senior', 0, 0],
  ]);
  const ran = await desk.shop.owner.get<Out<'climbing.resets'>>('/api/v1/ladder/resets');
  expect(ran.body.data).toMatchObject([{ at: saved.nextReset?.at, moved: 1 }]);
  await balanced();
});

test('a level that is taken off keeps its people, who stand beside the ladder from then on', async () => {
  await desk.promoter('A');
  await sell('A', 2);
  await save(LADDER);
  const shorter = { ...LADDER, levels: LADDER.levels.filter(({ programme: code }) => code !== 'advanced') };
  expect((await preview(shorter)).warnings).toMatchObject([{ code: 'leaves-ladder' }]);
  const { body } = await save(shorter, { version: 1 });
  expect(body).toMatchObject({ beside: 1, moved: 0 });
  await sell('A', 4);
  expect((await read()).beside).toBe(1);
});

test('who may only look may see and preview, not save', async () => {
  const viewer = await desk.shop.staff('viewer');
  expect((await viewer.get('/api/v1/ladder')).status).toBe(200);
  expect((await viewer.post('/api/v1/ladder/preview', { ladder: LADDER })).status).toBe(200);
  expect((await viewer.put('/api/v1/ladder', { version: 0, ladder: LADDER })).status).toBe(403);
});
