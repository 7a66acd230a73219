import type { Out } from '@fenrun/contracts';
import { isRefusal } from '@fenrun/kernel';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { assignGroup, releaseFromGroup } from '../../src/flows/promoter-standing';
import { recountMerchant } from '../../src/flows/recount/recount';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { find } from '../../src/foundation/db';
import { promoterTable } from '../../src/modules/promoters';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

let desk: DeskWorld;
type Groups = Out<'climbing.groups'>;
type Saved = Out<'climbing.saveGroups'>;
type Moves = Out<'climbing.previewGroups'>;
type Form = Groups['groups'];
interface Problem {
  code: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

const auto = (criteria: object, given: object = {}) => ({ join: 'all', compare: 'gte', criteria, ...given }) as never;

/** Silver from two orders, gold from ¥800 and two customers, `friends` by hand only. */
const GROUPS: Form = {
  isOn: true,
  groups: [
    { id: 'silver', name: '银牌组', auto: auto({ orders: 2 }) },
    { id: 'gold', name: '金牌组', auto: auto({ revenue: '800.00', customers: 2 }) },
    { id: 'friends', name: '老友组', auto: null },
  ],
};

beforeEach(async () => {
  await desk?.server.stop();
  desk = await deskWorld();
  await desk.settings({ hold: { from: 'paid', days: 0 }, approval: { default: 'auto', rules: [] } });
});
afterAll(() => desk.server.stop());

const read = async () => (await desk.shop.owner.get<Groups>('/api/v1/groups')).body;
const save = <T = Saved>(groups: object, version = 1) => desk.shop.owner.put<T>('/api/v1/groups', { version, groups });
/** ¥200 a time, every time another customer. */
const sell = async (promoter: string, times: number) => {
  for (let time = 1; time <= times; time += 1) {
    sold += 1;
    await desk.sale(`G${sold}`, { promoter, customer: { id: `C${sold}` } });
  }
  await desk.days(0);
};
let sold = 0;
const groupOf = async (code: string) =>
  (await find(desk.server.db.read, promoterTable, 'merchant_id = ? AND code = ?', [desk.shop.id, code]))[0]?.groupCode;
const byHand = async (deed: typeof releaseFromGroup | null, promoterId: string, group: string | null = null) => {
  const why = { by: null, reason: 'test' };
  const done = await onTimeline(desk.lines, desk.shop.id, (tx, hand, now) =>
    deed ? deed(tx, hand, promoterId, why, now) : assignGroup(tx, hand, promoterId, group, why, now),
  );
  if (isRefusal(done)) throw new Error(done.refused);
};
const members = ({ members: rows }: Groups) => rows.map(({ id, people, pinned }) => [id, people, pinned]);

test('a new merchant has no groups; everybody is in the default one', async () => {
  await desk.promoter('A');
  const groups = await read();
  expect(groups).toMatchObject({
    version: 1,
    since: null,
    savedBy: '系统默认',
    members: [],
    default: { people: 1, pinned: 0 },
  });
  expect(groups.groups).toEqual({ isOn: true, groups: [] });
});

test('saved groups put everybody at once where his sales have brought him, but nobody who was put somewhere by hand', async () => {
  for (const code of ['A', 'B', 'C']) await desk.promoter(code);
  const held = await desk.promoter('D');
  await sell('B', 2);
  await sell('C', 4);
  await sell('D', 4);
  await byHand(null, held, null);
  const preview = (await desk.shop.owner.post<Moves>('/api/v1/groups/preview', { groups: GROUPS })).body;
  expect(preview).toMatchObject({
    total: 2,
    moves: [
      { from: null, fromName: '默认组', to: 'gold', toName: '金牌组', people: 1 },
      { from: null, fromName: '默认组', to: 'silver', toName: '银牌组', people: 1 },
    ],
  });
  expect(preview.some.map(({ promoter, figure }) => [promoter.code, figure])).toEqual([
    ['C', '800.00'],
    ['B', '400.00'],
  ]);
  expect((await read()).version).toBe(1);
  const { body } = await save(GROUPS);
  expect(body).toMatchObject({ version: 2, savedBy: 'Owner', moved: 2, default: { people: 2, pinned: 1 } });
  expect(members(body)).toEqual([
    ['silver', 1, 0],
    ['gold', 1, 0],
    ['friends', 0, 0],
  ]);
  expect(body.members.map(({ criteriaText }) => criteriaText)).toEqual([
    '成交满 2 单',
    '成交额满 ¥800，且成交客户满 2 位',
    '手动加入',
  ]);
  expect(body.groups).toEqual(GROUPS);
  await sell('A', 2);
  expect(await groupOf('A')).toBe('silver');
  await byHand(releaseFromGroup, held);
  expect(await groupOf('D')).toBe('gold');
  expect((await recountMerchant(desk.server.db.read, desk.shop.id, desk.server.db)).differences).toEqual([]);
});

test('harder criteria and another rank move nobody down, a new name moves nobody', async () => {
  await desk.promoter('A');
  await sell('A', 2);
  await save(GROUPS);
  expect((await save<Problem>(GROUPS)).body.code).toBe('changed-meanwhile');
  const harder = {
    isOn: true,
    groups: [GROUPS.groups[1], { ...GROUPS.groups[0], name: '白银组', auto: auto({ orders: 9 }) }, GROUPS.groups[2]],
  };
  const { body } = await save(harder, 2);
  expect(body.moved).toBe(0);
  expect(await groupOf('A')).toBe('silver');
  expect(body.groups.groups.map(({ id, name }) => [id, name])).toEqual([
    ['gold', '金牌组'],
    ['silver', '白银组'],
    ['friends', '老友组'],
  ]);
  const story = await desk.shop.owner.get<Out<'promoters.story'>>('/api/v1/promoters/A/story');
  expect(story.body.data[0]?.text).toBe('分组从默认组升到白银组');
});

test('with automatic grouping off everybody stays where he is', async () => {
  await desk.promoter('A');
  await save({ ...GROUPS, isOn: false });
  await sell('A', 4);
  expect(await groupOf('A')).toBeNull();
  const on = await save(GROUPS, 2);
  expect(on.body.moved).toBe(1);
  expect(await groupOf('A')).toBe('gold');
  const off = await save({ ...GROUPS, isOn: false }, 3);
  expect(off.body.moved).toBe(0);
  expect(await groupOf('A')).toBe('gold');
});

test('a group that has people or that a rule names cannot be removed, and the refusal says what uses it', async () => {
  await desk.promoter('A');
  await sell('A', 2);
  await save(GROUPS);
  await desk.rule('friends-12', { layer: 'group', groups: ['friends'] });
  const empty = { isOn: true, groups: [] };
  const refused = await save<Problem>(empty, 2);
  expect([refused.status, refused.body.code]).toEqual([409, 'group-in-use']);
  expect(refused.body.errors?.map(({ detail }) => detail)).toEqual([
    '「银牌组」还有 1 人',
    '「老友组」有 1 条规则用到（friends-12）',
  ]);
  expect((await read()).members.at(-1)).toMatchObject({ id: 'friends', rules: 1 });
  const fewer = { ...GROUPS, groups: GROUPS.groups.filter(({ id }) => id !== 'gold') };
  expect((await save(fewer, 2)).status).toBe(200);
  const asked = { default: 'auto', rules: [{ when: { groups: ['silver'] }, outcome: 'review' }] };
  await desk.settings({ approval: asked });
  const preview = await desk.shop.owner.post<Problem>('/api/v1/groups/preview', { groups: empty });
  expect(preview.body.errors?.[0]?.detail).toBe('「银牌组」还有 1 人，审核规则用到');
});

test('what is wrong is named field by field', async () => {
  const wrong = {
    isOn: true,
    groups: [
      { id: 'a', name: 'A', auto: auto({ revenue: '1.005' }) },
      { id: 'a', name: 'B', auto: null },
    ],
  };
  const answer = await save<Problem>(wrong);
  expect(answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/groups/groups/0/auto/criteria/revenue invalid-amount',
    '/groups/groups/1/id already-exists',
  ]);
});
