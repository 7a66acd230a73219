import type { Out } from '@fenrun/contracts';
import { percent, zone } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../src/modules/ledger';
import { payoutNumber, payoutTerms } from '../../src/modules/payout';
import { DEFAULT_MERCHANT_SETTINGS } from '../../src/modules/plans';
import type { TestMerchant } from '../support/harness';
import { type DeskWorld, deskWorld, fen } from '../support/world-of-desk';

type Detail = Out<'payout.read'> & { code?: string };
type Own = Out<'payout.memberRead'> & { code?: string };
type Preview = Out<'payout.memberPreview'>;

let world: DeskWorld;
let member: Awaited<ReturnType<TestMerchant['member']>>;

/** A promoter with 60.00 to withdraw, from three commissions. */
beforeAll(async () => {
  world = await deskWorld();
  member = await world.shop.member();
  await world.settings({ hold: { from: 'paid', days: 0 }, approval: { default: 'auto', rules: [] } });
  await world.promoter('A', { name: '陈嘉', memberId: member.id });
  await world.promoter('S', { status: 'suspended' });
  for (const id of ['O1', 'O2', 'O3']) await world.sale(id, { promoter: 'A' });
});
afterAll(() => world.server.stop());

const ask = (amount: string, code = 'A', channel = 'manual') =>
  world.shop.owner.post<Detail>(`/api/v1/promoters/${code}/payouts`, { amount, channel });
const act = (id: string, deed: string, body: object = {}) =>
  world.shop.owner.post<Detail>(`/api/v1/payouts/${id}/${deed}`, body);
const statuses = async () =>
  (await world.shop.owner.get<Out<'commission.list'>>('/api/v1/commissions?sort=oldest')).body.data.map(
    ({ status }) => status,
  );

test('a payout is asked for, approved and paid, and covers the oldest commissions', async () => {
  const asked = await ask('45.00');
  expect([asked.status, asked.body.status, asked.body.amount, asked.body.requestedBy]).toEqual([
    201,
    'requested',
    '45.00',
    'Owner',
  ]);
  expect(asked.body.number).toMatch(/^FR\d{16}$/);
  const { id } = asked.body;
  expect((await act(id, 'result', { result: 'paid' })).body.code).toBe('invalid-state');
  expect((await act(id, 'approve')).body).toMatchObject({
    status: 'approved',
    decidedBy: 'Owner',
    can: { result: true },
  });
  const paid = await act(id, 'result', { result: 'paid' });
  expect(paid.body.history.map(({ status, by }) => [status, by])).toEqual([
    ['requested', 'Owner'],
    ['approved', 'Owner'],
    ['sending', 'Owner'],
    ['paid', 'Owner'],
  ]);
  expect((await act(id, 'result', { result: 'paid' })).status).toBe(200);
  expect((await act(id, 'result', { result: 'failed' })).body.code).toBe('payout-final');
  expect(await statuses()).toEqual(['paid', 'paid', 'approved']);
  expect((await verifyLedger(world.server.db.read)).balanced).toBe(true);
});

test('what cannot be paid out is refused, in the order of the law', async () => {
  expect((await ask('0')).body.code).toBe('invalid-amount');
  expect((await ask('1.005')).body.code).toBe('invalid-amount');
  expect((await ask('1.00', 'S')).body.code).toBe('promoter-not-active');
  expect((await ask('1.00', 'NONE')).body.code).toBe('unknown-promoter');
  expect((await ask('15.01')).body.code).toBe('above-available');
  expect((await act('nobody', 'approve')).body.code).toBe('unknown-payout');
  expect((await (await world.shop.staff('operator')).post('/api/v1/payouts/nobody/approve')).status).toBe(403);
});

test('rejecting twice returns the money once, and WeChat says how its own transfers end', async () => {
  const { id } = (await ask('15.00', 'A', 'wechat')).body;
  expect((await ask('0.01')).body.code).toBe('above-available');
  expect((await act(id, 'approve')).body.status).toBe('approved');
  expect((await act(id, 'result', { result: 'paid' })).body.code).toBe('not-by-hand');
  const rejected = await act(id, 'reject', { reason: '信息不符' });
  expect([rejected.body.status, rejected.body.reason]).toEqual(['rejected', '信息不符']);
  expect((await act(id, 'reject', { reason: '信息不符' })).body.status).toBe('rejected');
  expect((await act(id, 'cancel')).body.code).toBe('payout-final');
  expect((await ask('15.00')).status).toBe(201);
  expect((await verifyLedger(world.server.db.read)).balanced).toBe(true);
});

test('a promoter previews, asks, follows and cancels his own payout', async () => {
  await world.sale('O4', { promoter: 'A' });
  const preview = await member.client.post<Preview>('/api/v1/member/payouts/preview', {
    amount: '10.00',
    channel: 'bank',
  });
  expect(preview.body).toMatchObject({
    available: '20.00',
    amount: '10.00',
    left: '10.00',
    limits: '单笔 ¥0.01 起',
    transfer: '10.00',
    refusal: null,
  });
  const much = await member.client.post<Preview>('/api/v1/member/payouts/preview', { amount: '30.00' });
  expect(much.body.refusal).toEqual({ code: 'above-available', text: '超过可提现金额' });
  const key = { 'idempotency-key': 'own-1' };
  const body = { amount: '10.00', channel: 'bank' };
  const asked = await member.client.post<Own>('/api/v1/member/payouts', body, key);
  expect([asked.status, asked.body.next, asked.body.canCancel]).toEqual([201, '等商户审核，通过后打款。', true]);
  expect((await member.client.post<Own>('/api/v1/member/payouts', body, key)).body.id).toBe(asked.body.id);
  expect(asked.body.steps.map(({ label, state }) => `${label}:${state}`)).toEqual([
    '已提交:done',
    '商户审核:now',
    '到银行卡:next',
  ]);
  const cancelled = await member.client.post<Own>(`/api/v1/member/payouts/${asked.body.id}/cancel`);
  expect(cancelled.body).toMatchObject({
    status: 'cancelled',
    next: '已取消。¥10.00 已退回可提现。',
    canCancel: false,
  });
  const wechat = await member.client.post<Own>('/api/v1/member/payouts', { amount: '10.00', channel: 'wechat' });
  await world.shop.owner.post(`/api/v1/payouts/${wechat.body.id}/approve`);
  const prepared = await member.client.get<Own>(`/api/v1/member/payouts/${wechat.body.id}`);
  expect(prepared.body.steps.slice(1).map(({ label, state }) => `${label}:${state}`)).toEqual([
    '商户已审核:done',
    '正在安排打款:now',
    '你点一下「确认收款」:next',
    '到微信零钱:next',
  ]);
  await world.shop.owner.post(`/api/v1/payouts/${wechat.body.id}/cancel`);
  const list = await member.client.get<Out<'payout.memberList'>>('/api/v1/member/payouts?limit=3');
  expect(list.body.data.map(({ amount, status }) => [amount, status])).toEqual([
    ['10.00', 'cancelled'],
    ['10.00', 'cancelled'],
    ['15.00', 'requested'],
  ]);
  expect(list.body.nextCursor).not.toBeNull();
  const other = await world.shop.member();
  expect((await other.client.get<Own>(`/api/v1/member/payouts/${asked.body.id}`)).body.code).toBe('unknown-payout');
  const shown = await world.shop.owner.get<Out<'payout.list'>>('/api/v1/payouts?promoter=A&status=cancelled,rejected');
  expect(shown.body.data.map(({ amount }) => amount)).toEqual(['10.00', '10.00', '15.00']);
});

test('fee, tax, limits and channels of the policy hold', () => {
  const shanghai = zone('Asia/Shanghai');
  const at = (text: string) => Date.parse(`${text}+08:00`);
  const policy = {
    ...DEFAULT_MERCHANT_SETTINGS.payout,
    maximum: fen(10_000_000),
    dailyCap: fen(10_000_000),
    feePercent: percent('0.1'),
    tax: 'cn_labour' as const,
    channels: ['bank' as const],
  };
  const past = (requestedAt: string, amount: number, tax: number) => ({
    status: 'paid' as const,
    requestedAt: at(requestedAt),
    amount,
    tax,
  });
  const terms = (
    amount: number,
    now: string,
    year: ReturnType<typeof past>[] = [],
    channel: 'bank' | 'wechat' = 'bank',
  ) => payoutTerms(policy, { amount: fen(amount), channel }, year, shanghai, at(now));
  const january = past('2026-01-10T10:00:00', 1_000_000, 9_000);
  const february = past('2026-02-10T10:00:00', 1_000_000, 9_000);
  expect(terms(1_000_000, '2026-01-10T10:00:00')).toEqual({ fee: 1_000, tax: 9_000, transfer: 990_000 });
  expect(terms(1_000_000, '2026-02-10T10:00:00', [january])).toMatchObject({ tax: 9_000 });
  expect(terms(10_000_000, '2026-03-10T10:00:00', [january, february])).toMatchObject({ tax: 540_000 });
  expect(terms(100, '2026-03-10T10:00:00', [], 'wechat')).toMatchObject({ refused: 'channel-unavailable' });
  expect(terms(10_000_001, '2026-03-10T10:00:00')).toMatchObject({ refused: 'above-maximum' });
  expect(terms(9_000_001, '2026-02-10T23:59:59', [february])).toMatchObject({ refused: 'above-daily-cap' });
});

test('the number of a payout tells its minute in the merchant’s zone', () => {
  const payout = { id: '01KTESTTESTTESTTEST0000193', requestedAt: Date.parse('2026-11-21T17:40:01+08:00') };
  expect(payoutNumber(payout, zone('Asia/Shanghai'))).toMatch(/^FR261121174001\d{4}$/);
});
