import { expect, test } from 'vitest';
import { type Json, useStage } from './support/stage';

const stage = useStage();
const PARCEL = { tracking_no: 'YT123', express_company: 'YTO', item_desc: '茉莉花茶*1' };
let uploads = 0;

function upload(more: Json = {}): Promise<Json> {
  uploads += 1;
  return stage.mp('/wxa/sec/order/upload_shipping_info', {
    order_key: { order_number_type: 1, mchid: stage.mchid, out_trade_no: 'T20260301000001' },
    logistics_type: 1,
    delivery_mode: 1,
    shipping_list: [PARCEL],
    upload_time: new Date(stage.emulator.world.clock.now() + uploads * 1000).toISOString(),
    payer: { openid: stage.openid },
    ...more,
  });
}

async function orderState(): Promise<number> {
  const answer = await stage.mp('/wxa/sec/order/get_order', {
    merchant_id: stage.mchid,
    merchant_trade_no: 'T20260301000001',
  });
  return answer.order.order_state;
}

async function configurePush(more: Json = {}): Promise<void> {
  const push = { url: `${stage.inbox.base}/push`, token: 'tok', mode: 'plain', format: 'json', ...more };
  stage.inbox.answerWith((letter) =>
    letter.url.includes('echostr')
      ? { status: 200, body: new URL(letter.url, 'http://x').searchParams.get('echostr') ?? '' }
      : { status: 200, body: 'success' },
  );
  expect((await stage.control('push', { appid: stage.appid, push, verify: true })).error).toBeUndefined();
  stage.inbox.letters.length = 0;
}

test('an order goes from to-ship over shipped and received to completed, and the push tells each step', async () => {
  await configurePush();
  const transactionId = await stage.paidOrder();
  expect(await orderState()).toBe(1);
  expect(await upload()).toEqual({ errcode: 0, errmsg: 'ok' });
  expect(await orderState()).toBe(2);
  expect(await stage.control('receive', { transactionId })).toMatchObject({ ok: true, orderState: 3 });
  await stage.advance(3600);
  expect(await orderState()).toBe(4);
  const events = stage.inbox.letters
    .filter((letter) => letter.url.startsWith('/push'))
    .map((letter) => JSON.parse(letter.body) as Json);
  expect(events).toHaveLength(2);
  const second = 1772330400;
  const shipped = { Event: 'trade_manage_order_settlement', transaction_id: transactionId, shipped_time: second };
  expect(events[0]).toMatchObject({
    ...shipped,
    confirm_receive_method: 0,
    confirm_receive_time: 0,
    settlement_time: 0,
  });
  expect(events[1]).toMatchObject({
    ...shipped,
    confirm_receive_method: 2,
    confirm_receive_time: second,
    settlement_time: second,
  });
});

test('express is confirmed by itself after ten days, settlement may come later', async () => {
  await stage.settings({ settlementSeconds: 86_400 });
  await stage.paidOrder();
  await upload();
  await stage.advance(10 * 86_400);
  expect(await orderState()).toBe(3);
  await stage.advance(3600);
  expect(await orderState()).toBe(6);
  await stage.advance(86_400);
  expect(await orderState()).toBe(4);
});

test('a whole refund makes the order state 5, and nothing is shipped any more', async () => {
  await stage.paidOrder();
  const amount = { refund: 1000, total: 1000, currency: 'CNY' };
  await stage.pay('POST', '/v3/refund/domestic/refunds', {
    out_trade_no: 'T20260301000001',
    out_refund_no: 'R1',
    amount,
  });
  expect(await orderState()).toBe(5);
  expect((await upload()).errcode).toBe(10060004);
});

test('the same content again changes nothing, other content may come once more', async () => {
  await stage.paidOrder();
  await upload();
  expect((await upload()).errcode).toBe(10060023);
  expect((await upload({ shipping_list: [{ ...PARCEL, tracking_no: 'YT124' }] })).errcode).toBe(0);
  expect((await upload({ shipping_list: [{ ...PARCEL, tracking_no: 'YT125' }] })).errcode).toBe(10060003);
});

test('a split delivery is finished by its last parcel', async () => {
  await stage.paidOrder();
  const split = { delivery_mode: 2, is_all_delivered: false };
  expect((await upload(split)).errcode).toBe(0);
  expect(await orderState()).toBe(1);
  const last = { delivery_mode: 2, is_all_delivered: true, shipping_list: [PARCEL, { ...PARCEL, tracking_no: 'YT2' }] };
  expect((await upload(last)).errcode).toBe(0);
  expect(await orderState()).toBe(2);
  expect((await upload(split)).errcode).toBe(10060002);
});

test.each([
  [10060001, { order_key: { order_number_type: 2, transaction_id: '42' } }],
  [10060031, { payer: { openid: 'o-other' } }],
  [10060005, { logistics_type: 9 }],
  [10060006, { logistics_type: 3, delivery_mode: 2, is_all_delivered: true }],
  [10060007, { delivery_mode: 2 }],
  [10060008, { shipping_list: [{ ...PARCEL, item_desc: '' }] }],
  [10060009, { shipping_list: [{ ...PARCEL, item_desc: '茶'.repeat(121) }] }],
  [10060014, { shipping_list: [{ ...PARCEL, express_company: 'SF' }] }],
  [10060024, { delivery_mode: 2, is_all_delivered: true, shipping_list: Array(16).fill(PARCEL) }],
  [10060025, { shipping_list: [{ ...PARCEL, express_company: 'X'.repeat(129) }] }],
  [10060026, { shipping_list: [{ ...PARCEL, tracking_no: 'X'.repeat(129) }] }],
  [268485194, { order_key: { order_number_type: 3 } }],
  [268485195, { order_key: { order_number_type: 2 } }],
  [268485196, { order_key: { order_number_type: 1, out_trade_no: 'x' } }],
  [268485197, { order_key: { order_number_type: 1, mchid: 'x' } }],
  [268485216, { upload_time: '2026-03-01 10:00:00' }],
  [268485224, { delivery_mode: 3 }],
  [268485226, { shipping_list: [{ ...PARCEL, tracking_no: '' }] }],
  [268485227, { shipping_list: [{ ...PARCEL, express_company: '' }] }],
  [268485228, { shipping_list: [PARCEL, PARCEL] }],
  [47001, { shipping_list: PARCEL }],
  [47001, { delivery_mode: 'UNIFIED_DELIVERY' }],
])('errcode %i for %j', async (errcode, more) => {
  await stage.paidOrder();
  expect((await upload(more)).errcode).toBe(errcode);
});

test('SF takes a masked contact, and a reminder is sent once', async () => {
  await stage.paidOrder();
  const remind = () => {
    const number = { merchant_id: stage.mchid, merchant_trade_no: 'T20260301000001' };
    return stage.mp('/wxa/sec/order/notify_confirm_receive', { ...number, received_time: 1772330400 });
  };
  expect((await remind()).errcode).toBe(10060004);
  const contact = { receiver_contact: '138****0001' };
  expect((await upload({ shipping_list: [{ ...PARCEL, express_company: 'SF', contact }] })).errcode).toBe(0);
  expect((await remind()).errcode).toBe(0);
  expect((await remind()).errcode).toBe(10060004);
});

test('an unpaid order is not known to shipping', async () => {
  await stage.pay('POST', '/v3/pay/transactions/jsapi', stage.prepayBody());
  expect((await upload()).errcode).toBe(10060001);
});
