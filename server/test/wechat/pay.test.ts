import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  createTransfer,
  keepWechatAccount,
  type MerchantPay,
  type Outcome,
  queryTransfer,
} from '../../src/modules/wechat';
import { accountOf, type WechatWorld, wechatWorld } from '../support/world-of-wechat';

let world: WechatWorld;
let pay: MerchantPay;
let openid: string;
let number = 0;

beforeAll(async () => {
  world = await wechatWorld(800);
  pay = (await world.wechat.of(world.merchantId))!.pay!;
  const user = await world.control<{ openids: Record<string, string> }>('users', { id: 'lin', realName: '林小满' });
  openid = user.openids[world.appid] as string;
});
afterAll(() => world.stop());
beforeEach(() => world.control('faults', undefined, 'DELETE'));

const word = (outcome: Outcome<unknown>) =>
  outcome.kind === 'ok' ? 'ok' : outcome.kind === 'refused' ? outcome.code : outcome.reason;
const fault = (endpoint: string, kind: string, more: object = {}) =>
  world.control('faults', { endpoint, kind, ...more });
const nextNumber = () => `T2026010100${String(++number).padStart(4, '0')}`;

function ask(outTradeNo: string, amountMinor = 12_800) {
  const expiresAt = 1000 * Math.floor(world.clock.now() / 1000) + 1_800_000;
  return {
    outTradeNo,
    openid,
    description: '武夷肉桂岩茶 礼盒',
    amountMinor,
    notifyUrl: 'http://127.0.0.1:9/notify',
    expiresAt,
  };
}

async function paidNumber(amountMinor = 12_800): Promise<string> {
  const given = ask(nextNumber(), amountMinor);
  const prepay = await pay.prepay(given);
  if (prepay.kind !== 'ok') throw new Error(word(prepay));
  const params = pay.payParams(prepay.value.prepayId, world.clock.now());
  const paid = await world.control<{ ok: boolean; reason?: string }>('pay', {
    appid: world.appid,
    user: 'lin',
    params,
  });
  expect(paid).toMatchObject({ ok: true });
  return given.outTradeNo;
}

test('the emulator accepts our signature, our paySign, and the order is paid', async () => {
  const outTradeNo = await paidNumber();
  const found = await pay.queryOrder(outTradeNo);
  expect(found).toMatchObject({
    kind: 'ok',
    value: { state: 'SUCCESS', openid, totalMinor: 12_800, appid: world.appid, mchid: world.mchid },
  });
});

test('a paySign of another key, another person or another app is not taken', async () => {
  const given = ask(nextNumber());
  const prepay = await pay.prepay(given);
  const params = pay.payParams((prepay as { value: { prepayId: string } }).value.prepayId, world.clock.now());
  await world.control('users', { id: 'other' });
  const tried = async (body: object) =>
    (await world.control<{ reason: string }>('pay', { appid: world.appid, user: 'lin', params, ...body })).reason;
  expect(await tried({ params: { ...params, paySign: `A${params.paySign.slice(1)}` } })).toBe('bad-pay-sign');
  expect(await tried({ params: { ...params, nonceStr: 'another' } })).toBe('bad-pay-sign');
  expect(await tried({ user: 'other' })).toBe('other-user');
});

test('the same number with the same parameters gives a fresh prepay, with others a refusal', async () => {
  const given = ask(nextNumber());
  expect(word(await pay.prepay(given))).toBe('ok');
  expect(word(await pay.prepay(given))).toBe('ok');
  expect(word(await pay.prepay({ ...given, amountMinor: 1 }))).toBe('INVALID_REQUEST');
  expect(word(await pay.prepay({ ...given, openid: 'oNobody' }))).toMatch(/PARAM_ERROR|INVALID_REQUEST/);
});

test('an order closes, and a paid one says that it is paid', async () => {
  const given = ask(nextNumber());
  await pay.prepay(given);
  expect(word(await pay.closeOrder(given.outTradeNo))).toBe('ok');
  expect(word(await pay.closeOrder(given.outTradeNo))).toBe('ok');
  expect(await pay.queryOrder(given.outTradeNo)).toMatchObject({ kind: 'ok', value: { state: 'CLOSED' } });
  expect(await pay.closeOrder(await paidNumber())).toMatchObject({ kind: 'refused', reaction: 'done' });
  expect(await pay.queryOrder('T000000unknown')).toMatchObject({
    kind: 'refused',
    code: 'ORDER_NOT_EXIST',
    status: 404,
  });
});

/** Each fault, whether it took effect, and what the client must say. Source: wechat.md 5.5. */
const FAULTS: [kind: string, more: object, reason: string][] = [
  ['disconnect', { commit: false }, 'unreachable'],
  ['disconnect', { commit: true }, 'unreachable'],
  ['hang', { commit: false }, 'timeout'],
  ['hang', { commit: true }, 'timeout'],
  ['drip', { seconds: 10 }, 'timeout'],
  ['html', { status: 502, commit: true }, 'server-error'],
  ['answer', { status: 500, code: 'SYSTEM_ERROR', commit: false }, 'server-error'],
  ['bad-signature', {}, 'unverified'],
  ['unknown-serial', {}, 'unverified'],
  ['missing-headers', {}, 'unverified'],
  ['skewed-clock', { seconds: 600 }, 'unverified'],
  ['truncated', {}, 'unreachable'],
  ['empty', {}, 'malformed'],
  ['invalid-json', {}, 'malformed'],
];

test.each(FAULTS)(
  'a prepay struck by %s %j is unknown, and the same number succeeds afterwards',
  async (kind, more, reason) => {
    const given = ask(nextNumber());
    await fault('pay.prepay', kind, more);
    const struck = await pay.prepay(given);
    expect(struck.kind).toBe('unknown');
    expect([reason, 'unverified', 'malformed']).toContain(word(struck));
    expect(word(await pay.prepay(given))).toBe('ok');
  },
);

test.each(FAULTS)('a refund struck by %s %j is unknown, and the same number is refunded once', async (kind, more) => {
  const outTradeNo = await paidNumber();
  const asked = {
    outTradeNo,
    outRefundNo: `${outTradeNo}R1`,
    refundMinor: 500,
    totalMinor: 12_800,
    reason: '少发一件',
    notifyUrl: 'http://127.0.0.1:9/refund',
  };
  await fault('pay.refund', kind, more);
  expect((await pay.refund(asked)).kind).toBe('unknown');
  expect((await pay.refund(asked)).kind).toBe('ok');
  const books = await world.control<{ refunds: { outRefundNo: string }[] }>(`books?mchid=${world.mchid}`);
  expect(books.refunds.filter((refund) => refund.outRefundNo === asked.outRefundNo)).toHaveLength(1);
});

test('too many calls are a refusal that asks for the same number again', async () => {
  await fault('pay.prepay', 'answer', { status: 429, code: 'FREQUENCY_LIMITED' });
  expect(await pay.prepay(ask(nextNumber()))).toMatchObject({ kind: 'refused', status: 429, reaction: 'again' });
});

test('a refund ends as WeChat says, and its number is found again', async () => {
  const outTradeNo = await paidNumber();
  const outRefundNo = `${outTradeNo}R`;
  const asked = {
    outTradeNo,
    outRefundNo,
    refundMinor: 2_800,
    totalMinor: 12_800,
    notifyUrl: 'http://127.0.0.1:9/refund',
  };
  expect(await pay.queryRefund(outRefundNo)).toMatchObject({ kind: 'refused', code: 'RESOURCE_NOT_EXISTS' });
  expect(await pay.refund(asked)).toMatchObject({ kind: 'ok', value: { state: 'PROCESSING', refundMinor: 2_800 } });
  await world.advance(10);
  expect(await pay.queryRefund(outRefundNo)).toMatchObject({
    kind: 'ok',
    value: { state: 'SUCCESS', succeededAt: expect.any(Number) },
  });
  expect(await pay.refund({ ...asked, outRefundNo: `${outTradeNo}R2`, refundMinor: 12_800 })).toMatchObject({
    kind: 'refused',
  });
  const none = { ...asked, outTradeNo: 'T000000unknown', outRefundNo: 'TunknownR' };
  expect(await pay.refund(none)).toMatchObject({ kind: 'refused' });
});

test('business time is what is signed: a day ahead on both sides still verifies', async () => {
  await world.advance(86_400);
  expect(word(await pay.prepay(ask(nextNumber())))).toBe('ok');
});

test('while WeChat changes its keys, answers of both verify', async () => {
  await world.control('merchants', { name: 'demo', signMode: 'SWITCHING', switchingPercent: 50 });
  const outTradeNo = await paidNumber();
  for (let n = 0; n < 6; n += 1) expect(word(await pay.queryOrder(outTradeNo))).toBe('ok');
  await world.control('merchants', { name: 'demo', signMode: 'CERT' });
  expect(word(await pay.queryOrder(outTradeNo))).toBe('ok');
  await world.control('merchants', { name: 'demo', signMode: 'PUBKEY' });
});

test('credentials that do not sign for this merchant are a matter of configuration', async () => {
  const pair = world.emulator.config().pairs[0]!;
  const wrong = accountOf(pair);
  const other = { ...wrong, pay: { ...wrong.pay, serial: 'ABCDEF0123456789' } };
  await world.db.write((tx) =>
    keepWechatAccount(tx, { merchantId: world.merchantId, account: other }, world.box, world.clock.now()),
  );
  const misled = (await world.wechat.of(world.merchantId))!.pay!;
  expect(await misled.queryOrder('T000000unknown')).toMatchObject({
    kind: 'refused',
    status: 401,
    reaction: 'configuration',
  });
  await world.db.write((tx) =>
    keepWechatAccount(tx, { merchantId: world.merchantId, account: wrong }, world.box, world.clock.now()),
  );
});

test('a transfer is created, confirmed by its receiver, and its name is encrypted for WeChat', async () => {
  const asked = {
    outBillNo: 'P20260101000001',
    openid,
    amountMinor: 5_000,
    remark: '2026年1月推广佣金',
    sceneId: '1005',
    reports: [
      { type: '岗位类型', content: '推广员' },
      { type: '报酬说明', content: '2026年1月推广佣金' },
    ],
    realName: '林小满',
    notifyUrl: 'http://127.0.0.1:9/transfer',
  };
  const created = await createTransfer(pay, asked);
  expect(created).toMatchObject({ kind: 'ok', value: { state: 'WAIT_USER_CONFIRM', package: expect.any(String) } });
  const pack = (created as { value: { package: string } }).value.package;
  const confirmed = await world.control('confirm', {
    user: 'lin',
    params: { mchId: world.mchid, appId: world.appid, package: pack },
  });
  expect(confirmed).toMatchObject({ ok: true });
  await world.advance(5);
  expect(await queryTransfer(pay, asked.outBillNo)).toMatchObject({
    kind: 'ok',
    value: { state: 'SUCCESS', amountMinor: 5_000 },
  });
});

test('nothing was called that the emulator does not model', async () => {
  expect((await world.control<{ unmodelled: number }>('journal?unmodelled=1')).unmodelled).toBe(0);
});
