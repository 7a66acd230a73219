import type { Out } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestMerchant } from '../support/harness';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

type Detail = Out<'promoters.read'>;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

let desk: DeskWorld;
let shop: TestMerchant;

const path = (code: string) => `/api/v1/promoters/${code}`;
const put = (code: string, what: string, body: object) =>
  shop.owner.put<Detail & Problem>(`${path(code)}/${what}`, body);
const post = (code: string, what: string, body: object = {}) =>
  shop.owner.post<Detail & Problem>(`${path(code)}/${what}`, body);
const story = async (code: string) =>
  (await shop.owner.get<Out<'promoters.story'>>(`${path(code)}/story`)).body.data.map(({ text }) => text);

const programme = (id: string, name: string, percent: string) =>
  shop.owner.post('/api/v1/programmes', {
    ...{ id, name, rate: { percent }, skus: [], categories: [], recurring: { mode: 'forever' } },
  });

beforeAll(async () => {
  desk = await deskWorld();
  shop = desk.shop;
  await programme('senior', '资深计划', '12');
  await programme('off', '停用计划', '20');
  await shop.owner.post('/api/v1/programmes/off/deactivate', {});
  const groups = { isOn: true, groups: [{ id: 'GOLD', name: '金牌组', auto: null }] };
  expect((await shop.owner.put('/api/v1/groups', { version: 1, groups })).status).toBe(200);
  await desk.promoter('LIN', { name: '林晓雯' });
  await desk.promoter('SU', { name: '苏沐' });
});
afterAll(() => desk.server.stop());

test('a person puts a promoter on a programme, which pins him, and releases him', async () => {
  const assigned = await put('LIN', 'programme', { programme: 'senior', reason: '老伙伴' });
  expect(assigned.status).toBe(200);
  expect(assigned.body).toMatchObject({ programme: 'senior', programmeName: '资深计划', pinnedProgramme: true });
  expect((await story('LIN'))[0]).toBe('手动换到资深计划，不再自动升降：老伙伴');
  expect((await put('LIN', 'programme', { programme: 'none' })).body.code).toBe('unknown-programme');
  expect((await put('LIN', 'programme', { programme: 'off' })).body.code).toBe('programme-inactive');
  const released = await post('LIN', 'programme/release');
  expect(released.body).toMatchObject({ pinnedProgramme: false });
  expect((await post('LIN', 'programme/release')).body.code).toBe('not-pinned');
  expect((await put('NOBODY', 'programme', { programme: 'senior' })).status).toBe(404);
});

test('a person puts a promoter into a group and releases him', async () => {
  const assigned = await put('LIN', 'group', { group: 'GOLD' });
  expect(assigned.body).toMatchObject({ group: 'GOLD', groupName: '金牌组', pinnedGroup: true });
  expect((await put('LIN', 'group', { group: 'NONE' })).body.code).toBe('unknown-group');
  const released = await post('LIN', 'group/release', { reason: '试完了' });
  expect(released.body).toMatchObject({ group: null, pinnedGroup: false });
  expect((await story('LIN'))[0]).toContain('试完了');
});

test('a banned promoter earns nothing; a ban wants a reason', async () => {
  expect((await post('SU', 'ban', {})).body.code).toBe('reason-required');
  const banned = await post('SU', 'ban', { reason: '刷单' });
  expect(banned.body).toMatchObject({ status: 'banned', statusReason: '刷单' });
  expect((await story('SU'))[0]).toBe('封禁：刷单');
  expect((await post('SU', 'ban', { reason: '再次' })).body.code).toBe('invalid-state');
  desk.server.clock.setOffset(desk.server.clock.offset + 60_000);
  await desk.sale('BANNED', { promoter: 'SU' });
  const sql = 'SELECT nothing_reason AS why FROM settlement WHERE merchant_id = ?';
  const rows = await desk.server.db.read.rows<{ why: string }>(sql, [shop.id]);
  expect(rows).toEqual([{ why: 'promoter-not-active' }]);
});

test('an inviter is changed with a reason, never into a circle', async () => {
  await desk.promoter('UP', { name: '上游' });
  const moved = await put('LIN', 'inviter', { inviter: 'UP', reason: '补登邀请' });
  expect(moved.body).toMatchObject({ inviter: 'UP', inviterName: '上游' });
  expect((await story('LIN'))[0]).toBe('邀请人改为上游：补登邀请');
  expect((await put('UP', 'inviter', { inviter: 'LIN', reason: 'x' })).body.code).toBe('inviter-cycle');
  const unknown = await put('LIN', 'inviter', { inviter: 'NONE', reason: 'x' });
  expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown-inviter']);
  expect((await put('LIN', 'inviter', { inviter: null, reason: '  ' })).body.code).toBe('reason-required');
  expect((await put('LIN', 'inviter', { inviter: null, reason: '误登' })).body.inviter).toBeNull();
});

test('what was done is in the audit log with its reason, and who may only look does none of it', async () => {
  const audit = await shop.owner.get<Out<'identity.audit'>>('/api/v1/audit?action=promoters.moveInviter');
  expect(audit.body.data[0]).toMatchObject({ reason: '误登' });
  const viewer = await shop.staff('viewer');
  expect((await viewer.put(`${path('LIN')}/programme`, { programme: 'senior' })).status).toBe(403);
  expect((await viewer.post(`${path('LIN')}/ban`, { reason: 'x' })).status).toBe(403);
});
