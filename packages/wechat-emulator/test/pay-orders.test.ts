import { expect, test } from 'vitest';
import { type Json, START, useStage } from './support/stage';

const stage = useStage();
const PREPAY = '/v3/pay/transactions/jsapi';
const NUMBER = 'T20260301000001';

const place = (more: Json = {}) => stage.pay('POST', PREPAY, stage.prepayBody(more));
const query = () => stage.pay('GET', `/v3/pay/transactions/out-trade-no/${NUMBER}?mchid=${stage.mchid}`);
const close = () => stage.pay('POST', `/v3/pay/transactions/out-trade-no/${NUMBER}/close`, { mchid: stage.mchid });
const payWith = (params: Json, more: Json = {}) =>
  stage.control('pay', { appid: stage.appid, user: 'wei', params, ...more });

test('an order is placed, found unpaid, paid, notified, and found by both numbers', async () => {
  const placed = await place({ attach: '渠道A' });
  expect(placed.json.prepay_id).toMatch(/^wx[0-9a-f]{34}$/);
  expect((await query()).json).toEqual({
    appid: stage.appid,
    mchid: stage.mchid,
    out_trade_no: NUMBER,
    trade_state: 'NOTPAY',
    trade_state_desc: '订单未支付',
    amount: { total: 1000, currency: 'CNY' },
    payer: {},
  });
  const paid = await payWith(stage.payParams(placed.json.prepay_id));
  expect(paid).toMatchObject({ ok: true, errMsg: 'requestPayment:ok', mchid: stage.mchid, outTradeNo: NUMBER });
  await stage.advance(0);
  const found = (await query()).json;
  expect(found).toMatchObject({
    transaction_id: paid.transactionId,
    trade_type: 'JSAPI',
    trade_state: 'SUCCESS',
    attach: '渠道A',
    success_time: '2026-03-01T10:00:00+08:00',
    payer: { openid: stage.openid },
    amount: { total: 1000, payer_total: 1000, currency: 'CNY', payer_currency: 'CNY' },
  });
  expect(stage.open(stage.inbox.letters[0])).toEqual(found);
  const byId = await stage.pay('GET', `/v3/pay/transactions/id/${paid.transactionId}?mchid=${stage.mchid}`);
  expect(byId.json).toEqual(found);
});

test('the same parameters give another prepay_id of the same order, other parameters are refused', async () => {
  const first = await place();
  const second = await place({ time_expire: '2026-03-01T12:00:00+08:00' });
  expect(second.status).toBe(200);
  expect(second.json.prepay_id).not.toBe(first.json.prepay_id);
  const other = await place({ amount: { total: 999 } });
  expect([other.status, other.json.code]).toEqual([400, 'INVALID_REQUEST']);
  expect(other.headers.get('request-id')).toMatch(/-268498688$/);
});

test('an order that is paid or closed cannot be placed again', async () => {
  await stage.paidOrder();
  const again = await place({ amount: { total: 1000 } });
  expect([again.status, again.json.code]).toEqual([400, 'ORDERPAID']);
  await stage.settings({ orderPaidCode: 'ORDER_PAID', orderPaidStatus: 403 });
  const other = await place({ amount: { total: 1000 } });
  expect([other.status, other.json.code]).toEqual([403, 'ORDER_PAID']);
});

test.each([
  ['APPID_MCHID_NOT_MATCH', { appid: 'wx0000000000000000' }],
  ['PARAM_ERROR', { payer: { openid: 'o-of-nobody' } }],
  ['PARAM_ERROR', { notify_url: 'http://shop.example/notify' }],
  ['PARAM_ERROR', { notify_url: 'https://shop.example/notify?a=1' }],
  ['PARAM_ERROR', { time_expire: '2026-02-30T12:00:00+08:00' }],
])('%s for %j', async (code, more) => {
  expect((await place(more)).json.code).toBe(code);
});

test('an openid of another app is not accepted', async () => {
  const other = await stage.control('merchants', { name: 'other' });
  const { openids } = (await stage.control('users')).users[0];
  expect((await place({ payer: { openid: openids[other.app.appid] } })).json.code).toBe('PARAM_ERROR');
});

test('a wrong paySign, type, package, user or time of wx.requestPayment does not pay', async () => {
  const { prepay_id: id } = (await place()).json;
  const good = stage.payParams(id);
  const reason = async (params: Json, more: Json = {}) => (await payWith(params, more)).reason;
  expect(
    await reason({ ...good, paySign: good['paySign']?.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) }),
  ).toBe('bad-pay-sign');
  expect(await reason({ ...good, nonceStr: 'other' })).toBe('bad-pay-sign');
  expect(await reason({ ...good, timeStamp: Number(good['timeStamp']) })).toBe('invalid-params');
  expect(await reason({ ...good, appId: stage.appid })).toBe('invalid-params');
  expect(await reason({ ...good, signType: 'MD5' })).toBe('bad-sign-type');
  expect(await reason({ ...good, package: id })).toBe('unknown-prepay');
  expect(await reason(good, { user: 'fang' })).toBe('other-user');
  expect(await payWith(good, { cancel: true })).toMatchObject({ ok: false, errMsg: 'requestPayment:fail cancel' });
  await stage.advance(7200);
  expect(await reason(stage.payParams(id))).toBe('prepay-expired');
  expect(await reason(stage.payParams((await place()).json.prepay_id))).toBeUndefined();
});

test("a paySign by another merchant's key does not pay, whatever app the phone is in", async () => {
  const other = await stage.control('merchants', { name: 'other' });
  const { prepay_id: id } = (await place()).json;
  const params = stage.payParams(id);
  expect((await payWith(params, { appid: other.app.appid })).reason).toBe('appid-mismatch');
});

test('an order cannot be paid after its own end, which is at least a minute and counts only the first time', async () => {
  const { prepay_id: id } = (await place({ time_expire: '2020-01-01T00:00:00+08:00' })).json;
  await place({ time_expire: '2026-12-01T00:00:00+08:00' });
  await stage.advance(60);
  expect((await payWith(stage.payParams(id))).reason).toBe('order-expired');
  expect((await query()).json.trade_state).toBe('NOTPAY');
});

test('an order that nobody pays is closed after seven days', async () => {
  await place();
  await stage.advance(7 * 86_400 - 1);
  expect((await query()).json.trade_state).toBe('NOTPAY');
  await stage.advance(1);
  expect((await query()).json.trade_state).toBe('CLOSED');
  expect((await place()).json.code).toBe('ORDER_CLOSED');
});

test('closing is 204 and signed, may be repeated, and stops the payment', async () => {
  const { prepay_id: id } = (await place()).json;
  const closed = await close();
  expect([closed.status, closed.text]).toEqual([204, '']);
  expect(stage.isSigned({ headers: Object.fromEntries(closed.headers), body: '' })).toBe(true);
  expect((await close()).status).toBe(204);
  expect((await query()).json.trade_state).toBe('CLOSED');
  expect((await payWith(stage.payParams(id))).reason).toBe('order-closed');
});

test('a payment may win the race against our close', async () => {
  const { prepay_id: id } = (await place()).json;
  await close();
  expect((await payWith(stage.payParams(id), { force: true })).ok).toBe(true);
  await stage.advance(0);
  expect((await query()).json.trade_state).toBe('SUCCESS');
  expect(stage.open(stage.inbox.letters[0]).trade_state).toBe('SUCCESS');
});

test('a paid order cannot be closed or paid twice, an unknown one cannot be found', async () => {
  const unknown = await query();
  expect([unknown.status, unknown.json.code, (await close()).json.code]).toEqual([
    404,
    'ORDER_NOT_EXIST',
    'ORDER_NOT_EXIST',
  ]);
  const { prepay_id: id } = (await place()).json;
  await payWith(stage.payParams(id));
  expect((await payWith(stage.payParams(id))).reason).toBe('order-paid');
  expect((await close()).json.code).toBe('ORDERPAID');
});

test('a query without mchid is refused', async () => {
  expect((await stage.pay('GET', `/v3/pay/transactions/out-trade-no/${NUMBER}`)).json.code).toBe('PARAM_ERROR');
});

test('the times of the books follow the virtual clock', async () => {
  await stage.advance(90);
  await place();
  const { orders } = await stage.control('books');
  expect(orders[0]).toMatchObject({ outTradeNo: NUMBER, createdAt: START + 90_000, state: 'NOTPAY' });
});
