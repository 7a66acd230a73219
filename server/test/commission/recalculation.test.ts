import type { Out } from '@fenrun/contracts';
import { percent } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backTest } from '../../src/flows/trials/back-test';
import { find } from '../../src/foundation/db';
import { commissionLineTable } from '../../src/modules/commission';
import { messageTable } from '../../src/modules/messaging';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

type View = Out<'recalculation.run'>;
type Detail = Out<'commission.read'>;

let world: DeskWorld;
let memberId = '';
let member: Awaited<ReturnType<DeskWorld['shop']['member']>>['client'];

const lines = [{ sku: 'TEA', name: 'Tea', quantity: 2, price: '50.00' }];
const path = '/api/v1/recalculations';
const preview = (body: object) => world.shop.owner.post<View>(`${path}/preview`, body);
const run = (body: object) => world.shop.owner.post<View>(path, body);
const balance = async (code: string) => (await world.shop.owner.get(`/api/v1/promoters/${code}/balance`)).body;

beforeAll(async () => {
  world = await deskWorld();
  const met = await world.shop.member();
  memberId = met.id;
  member = met.client;
  const inviterId = await world.promoter('TOP');
  const promoterId = await world.promoter('A', { memberId, inviterId });
  for (const [id, days] of [
    ['O1', 20],
    ['O2', 9],
    ['O3', 1],
  ] as const)
    await world.sale(id, { promoter: 'A', lines }, world.daysAgo(days));
  await world.refund('R1', 'O1', { lines: [{ sku: 'TEA', quantity: 1 }] });
  await world.rule('R12', {
    layer: 'individual',
    promoters: [promoterId],
    rate: { kind: 'percent', percent: percent('12') },
  });
});
afterAll(() => world?.server.stop());

test('a preview says what today’s rule book would change, and posts nothing', async () => {
  const before = await balance('A');
  const { body, status } = await preview({ orders: ['O1', 'O2'] });
  expect(status).toBe(200);
  expect(body).toMatchObject({ sales: 2, changed: 2, old: '15.00', new: '18.00', difference: '3.00' });
  expect(body.rows).toMatchObject([
    { order: 'O2', promoter: 'A', kind: 'direct', old: '10.00', new: '12.00', difference: '2.00', leftOut: null },
    { order: 'O1', promoter: 'A', kind: 'direct', old: '5.00', new: '6.00', difference: '1.00', leftOut: null },
  ]);
  expect(await balance('A')).toEqual(before);
});

test('a run posts the differences with the reason, tells the promoter, and running it again changes nothing', async () => {
  const { bookVersion } = (await preview({ orders: ['O1'] })).body;
  const asked = { orders: ['O1', 'O2'], bookVersion, reason: '比例写错了' };
  expect(await run(asked)).toMatchObject({ status: 201, body: { changed: 2, difference: '3.00', bookVersion } });
  const commission = (await preview({ orders: ['O2'] })).body.rows[0]?.commission ?? '';
  const { body } = await world.shop.owner.get<Detail>(`/api/v1/commissions/${commission}`);
  expect(body).toMatchObject({ amount: '10.00', net: '12.00', lines: [{ amount: '10.00', net: '12.00' }] });
  expect(body.adjustments).toMatchObject([
    { kind: 'recalculation', amount: '2.00', reason: '比例写错了', by: 'Owner' },
  ]);
  const own = await member.get<Out<'commission.memberRead'>>(`/api/v1/member/commissions/${commission}`);
  expect(own.body.adjustments).toMatchObject([{ amount: '2.00', text: '重新计算：比例写错了' }]);
  const told = await find(world.server.db.read, messageTable, "reader_id = ? AND topic = 'commission-recalculated'", [
    memberId,
  ]);
  expect(told.map(({ facts }) => facts)).toEqual([{ count: 2, amount: 1_800, reason: '比例写错了' }]);
  expect(await run(asked)).toMatchObject({ status: 201, body: { changed: 0, old: '18.00', difference: '0.00' } });
});

test('a refund after it follows the recalculated amount, and a full one leaves nothing', async () => {
  await world.refund('R2', 'O2', { lines: [{ sku: 'TEA', quantity: 1 }] });
  expect((await preview({ orders: ['O2'] })).body).toMatchObject({ changed: 0, old: '6.00' });
  await world.refund('R3', 'O2');
  const { rows } = (await preview({ orders: ['O2'] })).body;
  expect(rows).toMatchObject([{ old: '0.00', new: '0.00', leftOut: 'reversed', leftOutText: '已全额退款，不再计算' }]);
});

test('who had nothing gets a commission of his own, judged at once where it has matured', async () => {
  await world.settings({
    network: { basis: 'sale', levels: [percent('5')] },
    approval: { default: 'auto', rules: [] },
  });
  await world.days(30);
  const { body } = await preview({ orders: ['O1', 'O3'] });
  expect(body.rows).toMatchObject([
    { order: 'O3', promoter: 'TOP', kind: 'network', commission: null, old: '0.00', new: '5.00' },
    { order: 'O1', promoter: 'TOP', kind: 'network', commission: null, new: '2.50' },
    { order: 'O3', promoter: 'A', old: '10.00', new: '12.00' },
    { order: 'O1', promoter: 'A', difference: '0.00' },
  ]);
  const { bookVersion } = body;
  expect((await run({ orders: ['O1', 'O3'], bookVersion, reason: 'network' })).status).toBe(201);
  expect(await balance('TOP')).toMatchObject({ available: '7.50', pending: '0.00' });
  const { rows } = (await preview({ orders: ['O3'] })).body;
  const fresh = rows.find(({ promoter }) => promoter === 'TOP')?.commission ?? '';
  const detail = await world.shop.owner.get<Detail>(`/api/v1/commissions/${fresh}`);
  expect(detail.body).toMatchObject({ amount: '0.00', net: '5.00', status: 'approved', lines: [{ net: '5.00' }] });
  expect(detail.body.sentence).toBe('你邀请的伙伴成交了这一单，按计佣金额的 5% 计。');
  expect(detail.body.trace.lines[0]).toMatchObject({ amount: '5.00', computation: expect.stringContaining('5%') });
});

test('what was paid out and would be less now becomes a debt', async () => {
  const asked = await world.shop.owner.post<{ id: string }>('/api/v1/promoters/TOP/payouts', {
    ...{ amount: '7.50', channel: 'manual' },
  });
  await world.shop.owner.post(`/api/v1/payouts/${asked.body.id}/approve`, {});
  const paid = await world.shop.owner.post(`/api/v1/payouts/${asked.body.id}/result`, { result: 'paid' });
  expect(paid.status).toBe(200);
  await world.settings({ network: { basis: 'sale', levels: [percent('1')] } });
  const { bookVersion } = (await preview({ orders: ['O1', 'O3'] })).body;
  expect((await run({ orders: ['O1', 'O3'], bookVersion, reason: 'less' })).body.difference).toBe('-6.00');
  expect(await balance('TOP')).toMatchObject({ available: '0.00', debt: '6.00', paid: '7.50' });
});

test('sales are chosen by a window, a promoter and a product', async () => {
  const from = world.daysAgo(60);
  const to = world.daysAgo(0);
  const all = await preview({ filter: { from, to } });
  expect(all.body.sales).toBe(3);
  expect((await preview({ filter: { from, to, promoter: 'TOP' } })).body.sales).toBe(0);
  expect((await preview({ filter: { from, to, promoter: 'A', sku: 'TEA' } })).body.sales).toBe(3);
  expect((await preview({ filter: { from, to, sku: 'CUP' } })).body.sales).toBe(0);
});

test('what cannot be chosen or was previewed by another book is refused', async () => {
  expect(await preview({})).toMatchObject({ status: 422, body: { code: 'invalid-request' } });
  expect(await preview({ orders: ['NOBODY'] })).toMatchObject({ status: 404, body: { code: 'unknown-order' } });
  const tooLong = { from: '2020-01-01', to: '2022-01-01' };
  expect(await preview({ filter: tooLong })).toMatchObject({ status: 422 });
  const { bookVersion } = (await preview({ orders: ['O1'] })).body;
  const other = { orders: ['O1'], bookVersion: bookVersion - 1, reason: 'x' };
  expect(await run(other)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  expect(await run({ ...other, bookVersion, reason: ' ' })).toMatchObject({ status: 422 });
  const viewer = await world.shop.staff('viewer');
  expect((await viewer.post(path, { orders: ['O1'], bookVersion, reason: 'x' })).status).toBe(403);
});

test('two at once on the same sales post the difference once', async () => {
  await world.settings({ network: { basis: 'sale', levels: [percent('2')] } });
  const { bookVersion } = (await preview({ orders: ['O1', 'O3'] })).body;
  const asked = { orders: ['O1', 'O3'], bookVersion, reason: 'twice' };
  const answers = await Promise.all([run(asked), run(asked)]);
  expect(answers.map(({ body }) => body.changed).sort()).toEqual([0, 2]);
  expect(await balance('TOP')).toMatchObject({ debt: '4.50' });
});

test('a back-test that changes nothing differs nowhere, whatever was recalculated', async () => {
  const { db, clock } = world.server;
  const again = await find(db.read, commissionLineTable, 'merchant_id = ? AND recalculated <> amount', [world.shop.id]);
  expect(again.length).toBeGreaterThan(0);
  const result = await backTest(db, world.shop.id, [], { from: 0, to: clock.now() });
  expect(result.changed).toBe(0);
  expect(result.total.fresh).toBe(result.total.old);
});
