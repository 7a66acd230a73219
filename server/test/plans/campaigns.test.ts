import type { Ask, Out } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideCommission } from '../../src/flows/decide-commission';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import type { TestMerchant } from '../support/harness';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

type Detail = Out<'campaigns.read'>;
type List = Out<'campaigns.list'>;
type MemberList = Out<'campaigns.memberList'>;
type MemberRead = Out<'campaigns.memberRead'>;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

let desk: DeskWorld;
let shop: TestMerchant;
let lin: Awaited<ReturnType<TestMerchant['member']>>;

const MINUTE = 60_000;
const pass = (ms: number) => desk.server.clock.setOffset(desk.server.clock.offset + ms);
const ago = (ms: number) => new Date(desk.server.clock.now() - ms).toISOString();
const path = '/api/v1/campaigns';
const form = (given: Partial<Ask<'campaigns.add'>['body']> = {}) => ({ name: '冬日茶席', ...given });
const add = (given: Partial<Ask<'campaigns.add'>['body']>) => shop.owner.post<Detail & Problem>(path, form(given));
const read = async (id: string) => (await shop.owner.get<Detail>(`${path}/${id}`)).body;
const tea = [{ sku: 'LONGJING', category: 'tea', quantity: 1, price: '100.00' }];

beforeAll(async () => {
  desk = await deskWorld();
  shop = desk.shop;
  lin = await shop.member();
  await desk.promoter('LIN', { memberId: lin.id, name: '林晓雯' });
  await shop.owner.post('/api/v1/categories', { id: 'tea', name: '茶叶' });
  const product = { stock: 5, subtitle: '', description: '', specification: '', pictures: [], onShelf: true };
  await shop.owner.post('/api/v1/products', {
    ...product,
    ...{ sku: 'LONGJING', name: '明前龙井', category: 'tea', price: '100.00' },
  });
  await shop.owner.post('/api/v1/products', {
    ...product,
    ...{ sku: 'CUP', name: '茶杯', category: null, price: '50.00' },
  });
});
afterAll(() => desk.server.stop());

test('a campaign is added with its products and reward, and read with what it asks for', async () => {
  const added = await add({
    id: 'WINTER',
    text: '茶叶佣金 15%',
    image: '/api/v1/pictures/0a1b2c.svg',
    from: '2020-11-01',
    categories: ['tea'],
    bonus: { kind: 'every_nth', every: 3, amount: '5.00' },
  });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({
    ...{ id: 'WINTER', name: '冬日茶席', text: '茶叶佣金 15%', state: 'running', version: 1, rules: 0 },
    ...{ from: '2020-10-31T16:00:00.000Z', to: null, selfRate: null, bonusText: '每满 3 单另奖 ¥5.00' },
    image: '/api/v1/pictures/0a1b2c.svg',
    brought: { orders: 0, sales: '0.00', commission: '0.00', bonus: '0.00' },
  });
  const rule = { id: 'WINTER-RATE', layer: 'sales_match', when: { campaign: 'WINTER' }, rate: { percent: '15' } };
  expect((await shop.owner.post('/api/v1/rules', rule)).status).toBe(201);
  expect(await read('WINTER')).toMatchObject({ rules: 1, ruleIds: ['WINTER-RATE'] });
  expect((await add({ id: 'WINTER' })).body.code).toBe('already-exists');
});

test('what cannot be right is refused at its place in the form', async () => {
  const wrong = await add({ from: '2031-02-02', to: '2031-02-01', bonus: { kind: 'per_order', amount: '0.00' } });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'unsafe-rules']);
  expect(wrong.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
    '/bonus/amount bonus-not-positive',
    '/to window-empty',
  ]);
  expect(wrong.body.errors?.[0]?.detail).toContain('冬日茶席');
  const digits = await add({ bonus: { kind: 'per_order', amount: '1.234' } });
  expect(digits.body.errors?.[0]).toMatchObject({ pointer: '/bonus/amount', code: 'invalid-amount' });
});

test('a picture of a campaign is one that was uploaded, not any address', async () => {
  for (const image of ['https://elsewhere.example/a.png', 'javascript:alert(1)', '/api/v1/pictures/../session', '']) {
    const answer = await add({ image });
    expect([answer.status, answer.body.errors?.[0]?.pointer], image).toEqual([422, '/image']);
  }
});

test('sales of a share of the campaign belong to it, and what it brought is counted', async () => {
  const share = await lin.client.post<Out<'attribution.share'>>('/api/v1/member/shares', {
    ...{ campaign: 'WINTER', channel: 'friend' },
  });
  const buyer = await shop.member('o-buyer');
  const touched = await buyer.client.post<Out<'attribution.touch'>>('/api/v1/member/touches', {
    ...{ code: share.body.code, kind: 'share' },
  });
  expect(touched.body.campaign).toBe('WINTER');
  await desk.server.db.write((tx) =>
    tx.run('UPDATE customer SET outside_id = ? WHERE merchant_id = ? AND openid = ?', ['G1', shop.id, 'o-buyer']),
  );
  pass(MINUTE);
  await desk.sale('S1', { customer: { id: 'G1' }, lines: tea }, ago(0));
  await desk.sale('S2', { customer: { id: 'G1' }, lines: [{ sku: 'CUP', quantity: 1, price: '50.00' }] }, ago(0));
  await desk.sale('S3', { promoter: 'LIN', customer: { id: 'C9' }, lines: tea }, ago(0));
  expect((await read('WINTER')).brought).toEqual({
    ...{ orders: 2, sales: '150.00', commission: '20.00', bonus: '0.00' },
  });
});

test('the N-th approved order earns the reward, and the promoter sees how far he is', async () => {
  await desk.sale('S4', { promoter: 'LIN', campaign: 'WINTER', customer: { id: 'C2' }, lines: tea }, ago(0));
  await desk.sale('S5', { promoter: 'LIN', campaign: 'WINTER', customer: { id: 'C3' }, lines: tea }, ago(0));
  const order = await shop.owner.get<Out<'sales.read'>>('/api/v1/orders/S5');
  expect(order.body).toMatchObject({ campaign: 'WINTER', campaignName: '冬日茶席' });
  const sql = `SELECT c.id FROM commission c JOIN settlement st ON st.merchant_id = c.merchant_id AND st.sale_id = c.sale_id
    WHERE c.merchant_id = ? AND st.campaign = 'WINTER' AND st.nth IS NOT NULL ORDER BY c.id`;
  const ids = await desk.server.db.read.rows<{ id: string }>(sql, [shop.id]);
  const approve = (id: string) =>
    onTimeline(desk.lines, shop.id, (tx, hand, now) =>
      decideCommission(tx, hand, { id }, { verdict: 'approve', reason: 'x', by: null }, now),
    );
  expect(ids).toHaveLength(3);
  for (const { id } of ids.slice(0, 2)) await approve(id);
  const progress = async () => (await lin.client.get<MemberList>('/api/v1/member/campaigns')).body.data[0]?.progress;
  expect(await progress()).toEqual({ done: 2, every: 3, text: '已批准 2 单，再 1 单得 ¥5.00' });
  await approve(ids[2]?.id ?? '');
  expect(await progress()).toMatchObject({ done: 0, every: 3 });
  expect((await read('WINTER')).brought).toMatchObject({ orders: 4, commission: '55.00', bonus: '5.00' });
});

test('a promoter sees campaigns that run or will, with what they pay and what each product earns', async () => {
  await add({ id: 'SPRING', name: '春茶', from: '2031-03-01', to: '2031-03-11' });
  const { data } = (await lin.client.get<MemberList>('/api/v1/member/campaigns')).body;
  expect(data.map(({ id, state, when }) => [id, state, when])).toEqual([
    ['WINTER', 'running', '长期有效'],
    ['SPRING', 'coming', '3 月 1 日开始'],
  ]);
  expect(data[0]?.pays).toEqual(['整单佣金 15%', '每满 3 单另奖 ¥5.00']);
  const one = (await lin.client.get<MemberRead>('/api/v1/member/campaigns/WINTER')).body;
  expect(one.products.map(({ sku, earn }) => [sku, earn?.amount])).toEqual([['LONGJING', '15.00']]);
  const guest = await shop.member();
  const seen = (await guest.client.get<MemberRead>('/api/v1/member/campaigns/WINTER')).body;
  expect(seen.products.map(({ earn }) => earn)).toEqual([null]);
  expect(seen.progress).toBeNull();
  expect((await lin.client.get('/api/v1/member/campaigns/NONE')).status).toBe(404);
});

test('rules that hold for its products within its days only are told as its rates too', async () => {
  const window = { from: '2026-01-01', to: '2031-02-01' };
  await add({ id: 'DAYS', name: '茶叶周', ...window, categories: ['tea'] });
  const rule = (id: string, given: object) =>
    shop.owner.post('/api/v1/rules', {
      ...{ id, layer: 'sales_match', when: { categories: ['tea'] }, rate: { percent: '16' }, ...window, ...given },
    });
  await rule('DAYS-RATE', {});
  await rule('DAYS-LONGER', { to: '2031-03-01', rate: { percent: '17' } });
  await rule('DAYS-OTHERS', { promoters: ['NOBODY-ELSE'], layer: 'individual', rate: { percent: '18' } });
  const { data } = (await lin.client.get<MemberList>('/api/v1/member/campaigns')).body;
  const days = data.find(({ id }) => id === 'DAYS');
  expect(days).toMatchObject({ when: '1 月 31 日 24:00 结束', pays: ['茶叶类佣金 16%'], progress: null });
  const english = await lin.client.get<MemberList>('/api/v1/member/campaigns', { 'accept-language': 'en' });
  expect(english.body.data.find(({ id }) => id === 'DAYS')).toMatchObject({
    ...{ when: 'Ends 31 Jan 24:00', pays: [expect.stringContaining('16%')] },
  });
  await shop.owner.post(`${path}/DAYS/end`, {});
  for (const id of ['DAYS-RATE', 'DAYS-LONGER']) await shop.owner.post(`/api/v1/rules/${id}/end`, {});
});

test('a save makes a new version; an older one is told so', async () => {
  const saved = await shop.owner.put<Detail>(
    `${path}/SPRING`,
    form({ name: '春茶节', version: 1, from: '2031-03-01' } as never),
  );
  expect(saved.body).toMatchObject({ name: '春茶节', version: 2 });
  const late = await shop.owner.put<Problem>(`${path}/SPRING`, { ...form(), version: 1 });
  expect([late.status, late.body.code]).toEqual([409, 'changed-meanwhile']);
});

test('an ended campaign takes no sale that is paid later, and keeps those paid before', async () => {
  pass(MINUTE);
  const before = ago(MINUTE / 2);
  const ended = await shop.owner.post<Detail>(`${path}/WINTER/end`, { version: 1 });
  expect(ended.body).toMatchObject({ state: 'over', version: 2 });
  pass(MINUTE);
  await desk.sale('S6', { promoter: 'LIN', campaign: 'WINTER', customer: { id: 'C4' }, lines: tea }, ago(0));
  await desk.sale('S7', { promoter: 'LIN', campaign: 'WINTER', customer: { id: 'C5' }, lines: tea }, before);
  const sql = `SELECT s.outside_id AS id, c.amount FROM commission c JOIN sale s ON s.merchant_id = c.merchant_id AND s.id = c.sale_id
    WHERE s.merchant_id = ? AND s.outside_id IN ('S6', 'S7') ORDER BY s.outside_id`;
  const rows = await desk.server.db.read.rows<{ id: string; amount: number | string }>(sql, [shop.id]);
  expect(rows.map(({ id, amount }) => [id, Number(amount)])).toEqual([
    ['S6', 1000],
    ['S7', 1500],
  ]);
  expect((await read('WINTER')).brought.orders).toBe(5);
  const coming = await shop.owner.post<Detail>(`${path}/SPRING/end`, {});
  expect(coming.body).toMatchObject({ state: 'over', findings: [] });
  expect((await lin.client.get<MemberList>('/api/v1/member/campaigns')).body.data).toEqual([]);
});

test('campaigns are listed by their days, for a calendar too', async () => {
  await add({ id: 'MAY', from: '2032-05-01', to: '2032-06-01' });
  const ids = async (query: string) => (await shop.owner.get<List>(`${path}${query}`)).body.data.map(({ id }) => id);
  expect((await ids(''))[0]).toBe('MAY');
  expect(await ids('?from=2032-05-20&to=2032-07-01')).toEqual(['MAY']);
  expect(await ids('?from=2032-06-01&to=2032-07-01')).toEqual([]);
  expect(await ids('?state=coming')).toEqual(['MAY']);
  const viewer = await shop.staff('viewer');
  expect((await viewer.post(path, form())).status).toBe(403);
});
