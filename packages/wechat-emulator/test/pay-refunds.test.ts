import { expect, test } from 'vitest';
import { type Json, useStage } from './support/stage';

const stage = useStage();
const NUMBER = 'T20260301000001';

function refund(outRefundNo: string, fen: number, more: Json = {}): ReturnType<typeof stage.pay> {
  const amount = { refund: fen, total: 1000, currency: 'CNY' };
  const body = { out_trade_no: NUMBER, out_refund_no: outRefundNo, amount, notify_url: stage.notifyUrl, ...more };
  return stage.pay('POST', '/v3/refund/domestic/refunds', body);
}
const query = (outRefundNo: string) => stage.pay('GET', `/v3/refund/domestic/refunds/${outRefundNo}`);
const refundLetters = () => stage.inbox.letters.filter((letter) => letter.body.includes('REFUND.'));

test('a refund is processing, then successful, and notified with refund_status', async () => {
  const transactionId = await stage.paidOrder();
  const accepted = await refund('R1', 400);
  expect(accepted.json).toMatchObject({
    out_refund_no: 'R1',
    transaction_id: transactionId,
    status: 'PROCESSING',
    channel: 'ORIGINAL',
    amount: { total: 1000, refund: 400, payer_refund: 400, currency: 'CNY' },
  });
  const order = await stage.pay('GET', `/v3/pay/transactions/id/${transactionId}?mchid=${stage.mchid}`);
  expect(order.json.trade_state).toBe('REFUND');
  await stage.advance(3);
  expect((await query('R1')).json).toMatchObject({ status: 'SUCCESS', success_time: '2026-03-01T10:00:03+08:00' });
  const [letter] = refundLetters();
  expect(JSON.parse(letter?.body ?? '{}')).toMatchObject({
    event_type: 'REFUND.SUCCESS',
    resource: { original_type: 'refund' },
  });
  const notice = stage.open(letter);
  expect(notice).toMatchObject({ refund_status: 'SUCCESS', out_refund_no: 'R1', amount: { refund: 400, total: 1000 } });
  expect(notice.status).toBeUndefined();
});

test('the same refund again answers the same one, with other parameters it is refused', async () => {
  await stage.paidOrder();
  const first = await refund('R1', 400);
  await stage.advance(3);
  const again = await refund('R1', 400);
  expect(again.json).toMatchObject({ refund_id: first.json.refund_id, status: 'SUCCESS' });
  const other = await refund('R1', 401);
  expect([other.status, other.json.code]).toEqual([400, 'INVALID_REQUEST']);
  expect((await stage.control('books')).refunds).toHaveLength(1);
});

test('parts may not add up to more than the order, and a closed part gives its share back', async () => {
  await stage.paidOrder();
  await refund('R1', 600);
  expect((await refund('R2', 401)).json.code).toBe('INVALID_REQUEST');
  expect((await refund('R3', 400)).status).toBe(200);
  await stage.control('refunds', { mchid: stage.mchid, outRefundNo: 'R1', result: 'CLOSED' });
  expect((await refund('R4', 600)).status).toBe(200);
  await stage.advance(0);
  expect(refundLetters().map((letter) => stage.open(letter).refund_status)).toEqual(['CLOSED']);
});

test('an order takes fifty refunds and no more', async () => {
  await stage.paidOrder();
  for (let part = 1; part <= 50; part += 1) expect((await refund(`R${part}`, 1)).status).toBe(200);
  expect((await refund('R51', 1)).json.code).toBe('INVALID_REQUEST');
});

test('only paid orders, for a year, with their own total', async () => {
  await stage.pay('POST', '/v3/pay/transactions/jsapi', stage.prepayBody());
  expect((await refund('R1', 1)).json.code).toBe('INVALID_REQUEST');
  const unknown = await refund('R1', 1, { out_trade_no: 'T-nothing' });
  expect([unknown.status, unknown.json.code]).toEqual([404, 'RESOURCE_NOT_EXISTS']);
  await stage.paidOrder('T20260301000002');
  const second = { out_trade_no: 'T20260301000002' };
  expect((await refund('R2', 1, { ...second, amount: { refund: 1, total: 999, currency: 'CNY' } })).json.code).toBe(
    'INVALID_REQUEST',
  );
  await stage.advance(365 * 86_400 + 1);
  expect((await refund('R3', 1, second)).json.code).toBe('INVALID_REQUEST');
});

test('exactly one of the two order numbers names the order, and a strange notify_url is refused', async () => {
  const transactionId = await stage.paidOrder();
  expect((await refund('R1', 1, { transaction_id: transactionId })).json.code).toBe('PARAM_ERROR');
  expect((await refund('R1', 1, { out_trade_no: undefined })).json.code).toBe('PARAM_ERROR');
  expect((await refund('R1', 1, { notify_url: 'http://shop.example/n' })).json.code).toBe('PARAM_ERROR');
  expect((await refund('R1', 1, { out_trade_no: undefined, transaction_id: transactionId })).status).toBe(200);
});

test('without money there is no refund until the account is filled, with the same number', async () => {
  await stage.paidOrder();
  await stage.settings({ balanceBasic: 100 });
  const poor = await refund('R1', 400);
  expect([poor.status, poor.json.code]).toEqual([403, 'NOT_ENOUGH']);
  await stage.settings({ balanceBasic: 400 });
  expect((await refund('R1', 400)).status).toBe(200);
  expect((await stage.control('books')).balances[stage.mchid].basic).toBe(0);
});

test('a refund may end ABNORMAL, or be successful in the first answer', async () => {
  await stage.paidOrder();
  await stage.settings({ refundResult: 'ABNORMAL' });
  await refund('R1', 100);
  await stage.advance(3);
  expect((await query('R1')).json.status).toBe('ABNORMAL');
  await stage.settings({ refundResult: 'SUCCESS', refundSeconds: 0 });
  expect((await refund('R2', 100)).json.status).toBe('SUCCESS');
});

test('a refund without notify_url is silent, and an unknown one is 404', async () => {
  await stage.paidOrder();
  await refund('R1', 100, { notify_url: undefined });
  await stage.advance(10);
  expect(refundLetters()).toHaveLength(0);
  const unknown = await query('R9');
  expect([unknown.status, unknown.json.code]).toEqual([404, 'RESOURCE_NOT_EXISTS']);
});
