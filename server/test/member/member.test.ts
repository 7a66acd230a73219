import type { Out } from '@fenrun/contracts';
import { BEGINNING, minor, percent } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { savePlans } from '../../src/modules/plans';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

let desk: DeskWorld;
type Me = Out<'member.me'>;
type Balance = Out<'member.balance'>;
type Messages = Out<'member.messages'>;
type Client = Awaited<ReturnType<DeskWorld['shop']['member']>>['client'];

beforeAll(async () => {
  desk = await deskWorld();
});
afterAll(() => desk.server.stop());

const promoter = async (code: string, given: object = {}) => {
  const member = await desk.shop.member();
  const id = await desk.promoter(code, { memberId: member.id, name: code, ...given });
  return { ...member, promoterId: id };
};
const read = async <T>(client: Client, path: string, lang = 'zh') =>
  (await client.get<T>(`/api/v1/member/${path}`, { 'accept-language': lang })).body;
const approveAll = async () => {
  const found = await desk.shop.owner.get<Out<'commission.list'>>('/api/v1/commissions?status=in_review');
  for (const { id } of found.body.data) await desk.shop.owner.post(`/api/v1/commissions/${id}/approve`);
};

test('a guest is told who the shop is, in its own zone, and has nothing yet', async () => {
  const guest = await desk.shop.member();
  const me = await read<Me>(guest.client, 'me');
  expect(me.merchant).toMatchObject({ slug: 'tea', currency: 'CNY', timezone: 'Asia/Shanghai', holdDays: 7 });
  expect(me.merchant.offsets.map(({ minutes }) => minutes)).toEqual([480]);
  expect(me).toMatchObject({ promoter: null, application: { status: 'none' }, recommendedBy: null, unread: 0 });
  const balance = await read<Balance>(guest.client, 'balance');
  expect(balance).toMatchObject({ available: '0.00', canWithdraw: false, withdrawText: '加入后，佣金会出现在这里' });
  expect(await read(guest.client, 'partners')).toEqual({ data: [], nextCursor: null, total: 0 });
});

test('a shop in London tells phones when its clocks change', async () => {
  const london = await desk.server.merchant('london', { currency: 'GBP', region: 'GB', timezone: 'Europe/London' });
  const guest = await london.member();
  const { merchant } = (await guest.client.get<Me>('/api/v1/member/me')).body;
  expect(merchant.offsets.length).toBeGreaterThanOrEqual(4);
  expect(new Set(merchant.offsets.map(({ minutes }) => minutes))).toEqual(new Set([0, 60]));
  for (const { from } of merchant.offsets.slice(1)) expect(from).toMatch(/T01:00:00\.000Z$/);
});

test('name and picture are the member’s own; a picture that would run is refused', async () => {
  const anna = await promoter('ANNA');
  const saved = await anna.client.put<Me>('/api/v1/member/me', { name: ' 小安 ', avatar: 'https://wx.example/a.png' });
  expect(saved.body.member).toMatchObject({ name: '小安', avatar: 'https://wx.example/a.png' });
  expect(saved.body.promoter?.name).toBe('小安');
  const evil = { name: 'x', avatar: 'javascript:alert(1)' };
  expect((await anna.client.put('/api/v1/member/me', evil)).status).toBe(422);
  expect((await anna.client.put('/api/v1/member/me', { name: 'x', avatar: '//evil.example/x' })).status).toBe(422);
});

test('a promoter sees what waits, what can be withdrawn, and what refunds took back', async () => {
  const bella = await promoter('BELLA');
  await desk.sale('M1', { promoter: 'BELLA' });
  await desk.sale('M2', { promoter: 'BELLA' });
  const before = await read<Balance>(bella.client, 'balance');
  expect(before).toMatchObject({
    pending: '40.00',
    available: '0.00',
    canWithdraw: false,
    withdrawText: '还没有可提现的佣金',
  });
  expect(before.pendingText).toMatch(/日起陆续结算$/);
  await desk.days(23);
  await approveAll();
  const after = await read<Balance>(bella.client, 'balance');
  expect(after).toMatchObject({ pending: '0.00', available: '40.00', canWithdraw: true, deduction: null });
  await desk.refund('MR1', 'M1', { lines: [{ sku: 'TEA', quantity: 1 }] });
  const refunded = await read<Balance>(bella.client, 'balance');
  expect(refunded.available).toBe('30.00');
  expect(refunded.deduction).toMatchObject({
    total: '10.00',
    done: '10.00',
    left: '0.00',
    text: '最近 1 笔退货，已扣回 ¥10.00',
  });
  await desk.shop.owner.post('/api/v1/promoters/BELLA/suspend', { reason: '核实中' });
  expect(await read<Balance>(bella.client, 'balance')).toMatchObject({ canWithdraw: false, available: '30.00' });
});

test('a promoter is told of what happened, in the language of the reader, and only once', async () => {
  const cora = await promoter('CORA');
  await desk.sale('N1', { promoter: 'CORA' });
  await desk.days(23);
  await approveAll();
  await desk.sale('N2', { promoter: 'CORA' });
  const [waiting] = (await desk.shop.owner.get<Out<'commission.list'>>('/api/v1/commissions?order=N2')).body.data;
  await desk.shop.owner.post(`/api/v1/commissions/${waiting?.id}/reject`, { reason: '顾客与推广员同地址' });
  const zh = await read<Messages>(cora.client, 'messages');
  expect(zh.data.map(({ title, text, read: isRead }) => [title, text, isRead])).toEqual([
    ['一笔佣金未通过', '¥20.00 未通过审核：顾客与推广员同地址。', false],
    ['获得一笔佣金', '有人通过你的分享下单，你获得 ¥20.00，过了售后期后结算。', false],
    ['佣金已审核通过', '¥20.00 可以提现了。', false],
    ['获得一笔佣金', '有人通过你的分享下单，你获得 ¥20.00，过了售后期后结算。', false],
  ]);
  expect(zh.data[0]?.link).toEqual({ kind: 'commission', id: waiting?.id });
  const en = await read<Messages>(cora.client, 'messages?limit=1', 'en');
  expect(en.data[0]?.text).toBe('¥20.00 was not approved: 顾客与推广员同地址.');
  const rest = await read<Messages>(cora.client, `messages?cursor=${en.nextCursor}`);
  expect(rest.data).toHaveLength(3);
  const upTo = zh.data[1]?.id;
  expect((await cora.client.post('/api/v1/member/messages/read', { upTo })).body).toEqual({ unread: 1 });
  expect((await cora.client.post('/api/v1/member/messages/read', { upTo: zh.data[3]?.id })).body).toEqual({
    unread: 1,
  });
  const other = await promoter('OTHER');
  expect((await read<Messages>(other.client, 'messages')).data).toEqual([]);
});

test('partners are seen by name with their orders of the month, never with their phones', async () => {
  const dora = await promoter('DORA');
  await desk.promoter('P-one', { inviterId: dora.promoterId, name: '唐果', phone: '8613811112222' });
  await desk.promoter('P-two', { inviterId: dora.promoterId, name: '韩冬' });
  await desk.promoter('P-wait', { inviterId: dora.promoterId, name: '等着', status: 'applicant' });
  await desk.sale('PA1', { promoter: 'P-one' });
  const page = await read<Out<'member.partners'>>(dora.client, 'partners');
  expect(page.total).toBe(2);
  expect(page.data.map(({ name, ordersThisMonth }) => [name, ordersThisMonth])).toEqual([
    ['韩冬', 0],
    ['唐果', 1],
  ]);
  expect(JSON.stringify(page)).not.toContain('1381111');
  expect((await read<Me>(dora.client, 'me')).promoter?.partners.count).toBe(2);
});

test('the ladder says where a promoter stands and what is missing; climbing is told', async () => {
  const rate = (text: string) => ({ kind: 'percent' as const, percent: percent(text) });
  const programme = (name: string, text: string) => ({
    ...{ name, isDefault: false, isActive: true, rate: rate(text), skus: {}, categories: {} },
    recurring: { mode: 'forever' },
  });
  await onTimeline(desk.lines, desk.shop.id, async (tx, _, now) => {
    const ladder = {
      isOn: true,
      metric: 'referral_order_value',
      levels: [
        { programme: 'standard', threshold: 0 },
        { programme: 'gold', threshold: minor(15_000) },
      ],
      reset: null,
    };
    const plans = [
      { kind: 'programme' as const, code: 'gold', doc: programme('长枝', '12'), holdsFrom: BEGINNING },
      { kind: 'ladder' as const, code: '', doc: ladder, holdsFrom: now },
    ];
    await savePlans(tx, desk.shop.id, plans, null, now);
    return {};
  });
  const emma = await promoter('EMMA');
  const start = (await read<Me>(emma.client, 'me')).promoter;
  expect(start?.ladder).toMatchObject({ level: 1, value: '0.00', next: '长枝' });
  expect(start?.ladder?.text).toBe('再有 ¥150.00 已审核的成交，升到「长枝」，从下一单起按 12% 计。');
  expect(start?.ladder?.levels).toEqual([
    { name: '标准计划', rate: '10%', threshold: '0.00' },
    { name: '长枝', rate: '12%', threshold: '150.00' },
  ]);
  await desk.sale('L1', { promoter: 'EMMA' });
  await desk.days(23);
  await approveAll();
  const climbed = (await read<Me>(emma.client, 'me')).promoter;
  expect(climbed).toMatchObject({
    programmeName: '长枝',
    rate: '12%',
    ladder: { level: 2, next: null, text: '已经是最高等级。' },
  });
  const topics = (await read<Messages>(emma.client, 'messages')).data.map(({ kind, title }) => [kind, title]);
  expect(topics).toContainEqual(['level', '升级了']);
  const story = await desk.shop.owner.get<Out<'promoters.story'>>('/api/v1/promoters/EMMA/story');
  expect(story.body.data[0]?.text).toBe('从标准计划升到长枝');
});
