import { isRefusal, minor } from '@fenrun/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { receiveShopOrder, shipShopOrder } from '../../src/flows/ship';
import { runShopJobs } from '../../src/flows/shop-jobs';
import { refundShopOrder } from '../../src/flows/shop-refund';
import { type PayRefundRow, refundOf, type ShopRefundAsk, shipmentOf, wholeOrder } from '../../src/modules/storefront';
import { type ShopWorld, shopWorld } from '../support/world-of-shop';

let world: ShopWorld;

beforeAll(async () => {
  world = await shopWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.control('faults', undefined, 'DELETE');
  await world.control('callback-modes', undefined, 'DELETE');
  world.alarms.length = 0;
});

async function paid(quantity = 3): Promise<string> {
  const { order } = await world.place(quantity);
  await world.pay(order.number);
  await world.control('clock', { advanceSeconds: 0 });
  return order.number;
}

const ask = (number: string, of: ShopRefundAsk, key?: string) =>
  refundShopOrder(
    world.shop,
    { merchantId: world.merchantId, number, ask: of, reason: '少发一件', by: 'staff', ...(key ? { key } : {}) },
    world.now(),
  );

async function refunded(number: string, of: ShopRefundAsk, key?: string): Promise<PayRefundRow> {
  const refund = await ask(number, of, key);
  if (isRefusal(refund)) throw new Error(refund.refused);
  return refund;
}

const one: ShopRefundAsk = { kind: 'pieces', lines: [{ sku: 'TEA', quantity: 1 }] };
const stateOf = async (refund: PayRefundRow) =>
  (await refundOf(world.db.read, world.merchantId, refund.outRefundNo))!.state;
const toldOf = async (number: string) => (await world.refunds()).filter((refund) => refund.order === number);
const atWechat = async (number: string) =>
  (await world.control<{ refunds: { outTradeNo: string }[] }>(`books?mchid=${world.mchid}`)).refunds.filter(
    (refund) => refund.outTradeNo === number,
  ).length;

test('a refund of one piece goes through WeChat, is told to the sale once, and puts the piece back', async () => {
  const number = await paid(3);
  const before = await world.stock('TEA');
  const refund = await refunded(number, one);
  expect(refund).toMatchObject({ state: 'processing', amount: 12_800 });
  await world.advance(10);
  expect(await stateOf(refund)).toBe('succeeded');
  expect(await world.order(number)).toMatchObject({ refunded: 12_800, status: 'paid' });
  expect(await toldOf(number)).toHaveLength(1);
  expect((await world.stock('TEA')).stock).toBe(before.stock + 1);
});

test('all that is left is refunded, exactly, and then there is nothing left', async () => {
  const number = await paid(3);
  await refunded(number, { kind: 'amounts', amounts: [{ sku: 'TEA', amount: minor(777) }] });
  await world.advance(10);
  const rest = await refunded(number, { kind: 'rest' });
  expect(rest.amount).toBe(3 * 12_800 - 777);
  await world.advance(10);
  expect(await world.order(number)).toMatchObject({ refunded: 38_400, refundClaimed: 38_400, status: 'refunded' });
  expect(await ask(number, { kind: 'rest' })).toMatchObject({ refused: 'nothing-left' });
  expect((await toldOf(number)).length).toBe(2);
});

test('ten people refund the same order at once, and it is refunded once', async () => {
  const number = await paid(1);
  const asked = await Promise.all(Array.from({ length: 10 }, () => ask(number, { kind: 'rest' })));
  expect(asked.filter((refund) => !isRefusal(refund))).toHaveLength(1);
  await world.advance(10);
  expect(await atWechat(number)).toBe(1);
  expect(await world.order(number)).toMatchObject({ refunded: 12_800 });
});

test('the same key is the same refund', async () => {
  const number = await paid(3);
  const [first, second] = [await refunded(number, one, 'R-1'), await refunded(number, one, 'R-1')];
  expect(second.outRefundNo).toBe(first.outRefundNo);
  await world.advance(10);
  expect((await toldOf(number)).map((told) => told.id)).toEqual(['R-1']);
  expect(await atWechat(number)).toBe(1);
});

test.each([
  ['hang', true],
  ['hang', false],
  ['html', true],
  ['bad-signature', undefined],
  ['disconnect', true],
  ['empty', undefined],
])('a refund whose answer is lost (%s, committed %s) is found or sent again under its number', async (kind, commit) => {
  const number = await paid(1);
  await world.control('faults', { endpoint: 'pay.refund', kind, ...(commit === undefined ? {} : { commit }) });
  await world.control('callback-modes', { mode: 'lose', event: 'REFUND.*', attempts: 0 });
  const refund = await refunded(number, one);
  expect(refund.state).toBe('sending');
  await world.advance(61);
  await runShopJobs(world.shop, world.now());
  await world.advance(61);
  await runShopJobs(world.shop, world.now());
  await world.advance(301);
  await runShopJobs(world.shop, world.now());
  expect(await stateOf(refund)).toBe('succeeded');
  expect(await atWechat(number)).toBe(1);
  expect(await toldOf(number)).toHaveLength(1);
});

test('too little money: the same number again after the top-up', async () => {
  const number = await paid(1);
  await world.control('faults', {
    endpoint: 'pay.refund',
    kind: 'answer',
    status: 403,
    code: 'NOT_ENOUGH',
    commit: false,
  });
  const refund = await refunded(number, one);
  expect(refund).toMatchObject({ state: 'sending', problem: 'NOT_ENOUGH' });
  await world.advance(61);
  await runShopJobs(world.shop, world.now());
  await world.advance(10);
  expect(await stateOf(refund)).toBe('succeeded');
  expect(await atWechat(number)).toBe(1);
});

test('a refund that WeChat refuses and does not know frees what it claimed', async () => {
  const number = await paid(1);
  await world.control('faults', {
    endpoint: 'pay.refund',
    kind: 'answer',
    status: 400,
    code: 'INVALID_REQUEST',
    commit: false,
  });
  const refund = await refunded(number, one);
  expect(refund).toMatchObject({ state: 'failed', problem: 'INVALID_REQUEST' });
  expect(await world.order(number)).toMatchObject({ refundClaimed: 0 });
  expect(world.alarms).toContain('refund refused');
  expect((await refunded(number, one)).state).toBe('processing');
});

test('an abnormal refund waits for a person, and a closed one frees its claim', async () => {
  const number = await paid(2);
  const [first, second] = [await refunded(number, one), await refunded(number, one)];
  await world.control('refunds', { mchid: world.mchid, outRefundNo: first.outRefundNo, result: 'ABNORMAL' });
  await world.control('refunds', { mchid: world.mchid, outRefundNo: second.outRefundNo, result: 'CLOSED' });
  await world.control('clock', { advanceSeconds: 0 });
  expect([await stateOf(first), await stateOf(second)]).toEqual(['abnormal', 'failed']);
  expect(await world.order(number)).toMatchObject({ refundClaimed: 12_800, refunded: 0 });
  expect(world.alarms).toContain('refund needs a person');
});

test('a late PROCESSING after the success is not heard', async () => {
  const number = await paid(1);
  const refund = await refunded(number, one);
  await world.advance(10);
  await world.control('faults', { endpoint: 'pay.refund-query', kind: 'older-state', times: 0 });
  await world.db.write((tx) =>
    tx.run('UPDATE pay_refund SET due_at = ? WHERE out_refund_no = ?', [world.now(), refund.outRefundNo]),
  );
  await runShopJobs(world.shop, world.now());
  expect(await stateOf(refund)).toBe('succeeded');
  expect(await toldOf(number)).toHaveLength(1);
});

const ship = (number: string, trackingNumber = 'SF1234567890') =>
  shipShopOrder(world.shop, { merchantId: world.merchantId, number, carrier: 'SF', trackingNumber }, world.now());

test('a parcel is reported to WeChat, and the buyer confirms it once', async () => {
  const number = await paid(1);
  expect(await ship(number)).toMatchObject({ reported: 'reported' });
  expect(await world.order(number)).toMatchObject({ status: 'shipped' });
  const receive = (memberId: string) =>
    receiveShopOrder(
      world.shop,
      { merchantId: world.merchantId, number, memberId, receivedAt: world.now() },
      world.now(),
    );
  expect(await receive('somebody else')).toMatchObject({ refused: 'not-found' });
  expect(await receive(world.memberId)).toMatchObject({ status: 'received' });
  expect(await receive(world.memberId)).toMatchObject({ status: 'received' });
  const receipts = await world.db.read.rows('SELECT sale_outside_id FROM receipt WHERE sale_outside_id = ?', [number]);
  expect(receipts).toHaveLength(1);
});

test('a report that does not get through is tried again, and one that WeChat refuses is shown', async () => {
  const number = await paid(1);
  await world.control('faults', { endpoint: 'mp.shipping-upload', kind: 'answer', errcode: 10060001 });
  expect(await ship(number)).toMatchObject({ reported: 'waiting', problem: '10060001' });
  await world.advance(61);
  await runShopJobs(world.shop, world.now());
  expect(await shipmentOf(world.db.read, world.merchantId, number)).toMatchObject({
    reported: 'reported',
    problem: null,
  });

  const other = await paid(1);
  await world.control('faults', { endpoint: 'mp.shipping-upload', kind: 'answer', errcode: 268485226 });
  expect(await ship(other)).toMatchObject({ reported: 'failed', problem: '268485226' });
  expect(world.alarms).toContain('shipping report refused');
  expect(await ship(other, 'SF0987654321')).toMatchObject({ reported: 'reported', trackingNumber: 'SF0987654321' });
});

test('a report whose answer is lost is not made twice in WeChat’s eyes', async () => {
  const number = await paid(1);
  await world.control('faults', { endpoint: 'mp.shipping-upload', kind: 'html', commit: true });
  expect(await ship(number)).toMatchObject({ reported: 'waiting', problem: 'server-error' });
  await world.advance(61);
  await runShopJobs(world.shop, world.now());
  expect(await shipmentOf(world.db.read, world.merchantId, number)).toMatchObject({ reported: 'reported' });
});

test('an order of which nothing is left is not shipped', async () => {
  const number = await paid(1);
  await refunded(number, { kind: 'rest' });
  expect(await ship(number)).toMatchObject({ refused: 'invalid-state' });
  await world.advance(10);
  expect((await wholeOrder(world.db.read, world.merchantId, number))?.order.status).toBe('refunded');
  expect(await ship(number)).toMatchObject({ refused: 'invalid-state' });
});
