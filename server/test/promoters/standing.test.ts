import type { Out } from '@fenrun/contracts';
import { isRefusal } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveInviter } from '../../src/flows/move-inviter';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { find } from '../../src/foundation/db';
import { promoterTable } from '../../src/modules/promoters';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

let desk: DeskWorld;
type List = Out<'promoters.list'>;
type Detail = Out<'promoters.read'>;
interface Problem {
  code: string;
}

beforeAll(async () => {
  desk = await deskWorld();
});
afterAll(() => desk.server.stop());

const get = async <T>(path: string) => (await desk.shop.owner.get<T>(path)).body;
const post = <T = Problem>(path: string, body?: object) => desk.shop.owner.post<T>(path, body);

test('promoters are listed newest first, a page at a time, and found by name, code and phone', async () => {
  await desk.promoter('LX1006', { name: '林晓雯', phone: '8613811112222' });
  await desk.promoter('WS1015', { name: '吴双' });
  await desk.promoter('XM2087', { name: 'Xiaoman_Lin 100%' });
  const first = await get<List>('/api/v1/promoters?limit=2');
  expect(first.data.map(({ code }) => code)).toEqual(['XM2087', 'WS1015']);
  const second = await get<List>(`/api/v1/promoters?limit=2&cursor=${first.nextCursor}`);
  expect(second).toMatchObject({ data: [{ code: 'LX1006' }], nextCursor: null });
  const found = async (q: string) =>
    (await get<List>(`/api/v1/promoters?q=${encodeURIComponent(q)}`)).data.map(({ code }) => code);
  expect(await found('晓雯')).toEqual(['LX1006']);
  expect(await found('xm2')).toEqual(['XM2087']);
  expect(await found('1381111')).toEqual(['LX1006']);
  expect(await found('XIAOMAN')).toEqual(['XM2087']);
  expect(await found('100%')).toEqual(['XM2087']);
  expect(await found('_')).toEqual(['XM2087']);
  expect(await found("'; DROP TABLE promoter")).toEqual([]);
  expect((await get<Out<'promoters.counts'>>('/api/v1/promoter-counts')).counts).toMatchObject({
    active: 3,
    applicant: 0,
  });
});

test('a promoter is read with balance and recent sales, in as many reads for a page as for one', async () => {
  await desk.promoter('BAL1');
  await desk.sale('B1', { promoter: 'BAL1' });
  await desk.sale('B2', { promoter: 'BAL1' });
  const row = (await get<List>('/api/v1/promoters?q=BAL1')).data[0];
  expect(row).toMatchObject({ available: '0.00', recent: { orders: 2, sales: '400.00', commission: '40.00' } });
  const balance = await get<Out<'promoters.balance'>>('/api/v1/promoters/BAL1/balance');
  expect(balance).toMatchObject({
    currency: 'CNY',
    pending: '40.00',
    available: '0.00',
    debt: '0.00',
    earned: '40.00',
  });
  expect(balance.nextMaturesAt).not.toBeNull();
  expect((await post('/api/v1/promoters/NOBODY/approve')).status).toBe(404);
  expect((await desk.shop.owner.get('/api/v1/promoters/NOBODY/balance')).status).toBe(404);
});

test('a suspended promoter earns nothing on sales paid from then on, until he is reinstated', async () => {
  await desk.promoter('SUS1');
  expect((await post('/api/v1/promoters/SUS1/suspend')).body.code).toBe('reason-required');
  const suspended = await post<Detail>('/api/v1/promoters/SUS1/suspend', { reason: '同一设备三个账号' });
  expect(suspended.body).toMatchObject({ status: 'suspended', statusReason: '同一设备三个账号' });
  expect((await post('/api/v1/promoters/SUS1/suspend', { reason: 'x' })).body.code).toBe('invalid-state');
  await desk.sale('S1', { promoter: 'SUS1' });
  expect((await get<Out<'promoters.balance'>>('/api/v1/promoters/SUS1/balance')).pending).toBe('0.00');
  const bare = await desk.shop.owner.send<Detail>('POST', '/api/v1/promoters/SUS1/reinstate', undefined, {});
  expect(bare.body.status).toBe('active');
  await desk.sale('S2', { promoter: 'SUS1' });
  expect((await get<Out<'promoters.balance'>>('/api/v1/promoters/SUS1/balance')).pending).toBe('20.00');
  await post('/api/v1/promoters/SUS1/notes', { text: '电话沟通过' });
  const story = await get<Out<'promoters.story'>>('/api/v1/promoters/SUS1/story?limit=2');
  expect(story.data.map(({ kind, by }) => [kind, by])).toEqual([
    ['note', 'Owner'],
    ['reinstated', 'Owner'],
  ]);
  const older = await get<Out<'promoters.story'>>(`/api/v1/promoters/SUS1/story?limit=10&cursor=${story.nextCursor}`);
  expect(older.data.map(({ kind }) => kind)).toEqual(['suspended', 'joined']);
  expect((await desk.shop.owner.get<Problem>('/api/v1/promoters/SUS1/story?cursor=bogus')).body.code).toBe(
    'invalid-request',
  );
});

test('a promoter who moves takes everybody below along; what was sold before keeps its inviters', async () => {
  const ids = new Map<string, string>();
  const add = async (code: string, inviter: string | null) =>
    void ids.set(
      code,
      await desk.promoter(code, { inviterId: inviter === null ? null : (ids.get(inviter) as string) }),
    );
  for (const [code, inviter] of [
    ['A', null],
    ['B', 'A'],
    ['C', 'B'],
    ['D', 'C'],
    ['E', 'D'],
    ['Z', null],
    ['Y', 'Z'],
  ] as const)
    await add(code, inviter);
  const move = (code: string, to: string | null) =>
    onTimeline(desk.lines, desk.shop.id, (tx, hand, now) =>
      moveInviter(
        tx,
        hand,
        ids.get(code) as string,
        to === null ? null : (ids.get(to) as string),
        { by: null, reason: 'test' },
        now,
      ),
    );
  const codes = new Map([...ids].map(([code, id]) => [id, code]));
  const placeOf = async (code: string) => {
    const [row] = await find(desk.server.db.read, promoterTable, 'merchant_id = ? AND code = ?', [desk.shop.id, code]);
    const near = [row?.inviterId, row?.inviter2Id, row?.inviter3Id].map((id) => (id ? codes.get(id) : null));
    return [row?.depth, ...near];
  };
  const cycle = await move('B', 'E');
  expect(isRefusal(cycle) && cycle.refused).toBe('inviter-cycle');
  const self = await move('B', 'B');
  expect(isRefusal(self) && self.refused).toBe('inviter-cycle');
  await move('B', 'Y');
  expect(await placeOf('B')).toEqual([3, 'Y', 'Z', null]);
  expect(await placeOf('C')).toEqual([4, 'B', 'Y', 'Z']);
  expect(await placeOf('D')).toEqual([5, 'C', 'B', 'Y']);
  expect(await placeOf('E')).toEqual([6, 'D', 'C', 'B']);
  await move('B', null);
  expect(await placeOf('E')).toEqual([4, 'D', 'C', 'B']);
  const partners = await get<Out<'promoters.partners'>>('/api/v1/promoters/C/partners');
  expect(partners).toMatchObject({ data: [{ code: 'D', inviterName: 'C' }], total: 1, activeThisMonth: 0 });
  const story = await get<Out<'promoters.story'>>('/api/v1/promoters/B/story');
  expect(story.data.map(({ text }) => text)).toEqual(['不再有邀请人：test', '邀请人改为Y：test', '加入']);
});

test('the tree is at most 64 deep, for whoever joins and for whoever moves', async () => {
  let inviterId: string | null = null;
  for (let depth = 1; depth <= 64; depth += 1) inviterId = await desk.promoter(`T${depth}`, { inviterId });
  await expect(desk.promoter('T65', { inviterId })).rejects.toThrow('tree-too-deep');
  const top = await desk.promoter('TOP');
  const first = (await find(desk.server.db.read, promoterTable, "merchant_id = ? AND code = 'T1'", [desk.shop.id]))[0]
    ?.id as string;
  const moved = await onTimeline(desk.lines, desk.shop.id, (tx, hand, now) =>
    moveInviter(tx, hand, first, top, { by: null, reason: null }, now),
  );
  expect(isRefusal(moved) && moved.refused).toBe('tree-too-deep');
});
