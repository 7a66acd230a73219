import { isRefusal } from '@fenrun/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cancelOrder, checkPayment, openPayment } from '../../src/flows/pay';
import { runShopJobs, shopDueInstant } from '../../src/flows/shop-jobs';
import { type ShopWorld, shopWorld } from '../support/world-of-shop';

let world: ShopWorld;

beforeAll(async () => {
  world = await shopWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.control('faults', undefined, 'DELETE');
  await world.control('callback-modes', undefined, 'DELETE');
  const { callbacks } = await world.control<{ callbacks: { id: string }[] }>('callbacks?state=pending');
  for (const { id } of callbacks) await world.control('callbacks/drop', { id });
  world.alarms.length = 0;
});

/** Moves both clocks on and lets the shop do what has become due, at each instant. */
async function live(seconds: number): Promise<void> {
  const until = world.now() + seconds * 1000;
  for (let step = 0; step < 100; step += 1) {
    const due = await shopDueInstant(world.shop);
    const next = due === null ? until : Math.min(Math.max(due, world.now()), until);
    await world.advance(Math.max(0, Math.ceil((next - world.now()) / 1000)));
    const worked = await runShopJobs(world.shop, world.now());
    if (world.now() >= until && worked === 0) return;
  }
}

const settle = () => world.control('clock', { advanceSeconds: 0 });
const salesOf = async (number: string) => (await world.sales()).filter((sale) => sale.number === number).length;

test('an order is placed, paid on the phone, told by WeChat, and is a sale', async () => {
  const before = await world.stock('TEA');
  const { order } = await world.place(2);
  expect(order).toMatchObject({ status: 'awaiting_payment', total: 25_600 });
  expect(order.number).toMatch(/^\d{18}$/);
  expect(await world.stock('TEA')).toMatchObject({ stock: before.stock - 2, held: before.held + 2 });
  expect(await world.pay(order.number)).toMatchObject({ ok: true });
  await settle();
  expect(await world.order(order.number)).toMatchObject({
    status: 'paid',
    transactionId: expect.any(String),
    isSale: true,
  });
  expect(await salesOf(order.number)).toBe(1);
  expect(await world.stock('TEA')).toMatchObject({ stock: before.stock - 2, held: before.held, sold: before.sold + 2 });
  expect(world.alarms).toEqual([]);
});

test('twenty carts for five cups: five get one', async () => {
  const placed = await Promise.allSettled(Array.from({ length: 20 }, () => world.place(1, 'CUP')));
  expect(placed.filter((result) => result.status === 'fulfilled')).toHaveLength(5);
  expect(await world.stock('CUP')).toMatchObject({ stock: 0, held: 5 });
  await live(31 * 60);
  expect(await world.stock('CUP')).toMatchObject({ stock: 5, held: 0 });
});

test('a notification that comes ten times, at once and one by one, makes one sale', async () => {
  const { order } = await world.place(1);
  await world.control('callback-modes', { mode: 'duplicate', count: 5, event: 'TRANSACTION.SUCCESS' });
  await world.pay(order.number);
  await settle();
  const { callbacks } = await world.control<{ callbacks: { id: string }[] }>(`callbacks?subject=${order.number}`);
  const again = await world.control<{ attempts: { outcome: string }[] }>('callbacks/duplicate', {
    id: callbacks[0]!.id,
    count: 5,
    concurrent: true,
  });
  expect(again.attempts.map((attempt) => attempt.outcome)).toEqual(Array(5).fill('accepted'));
  expect(await salesOf(order.number)).toBe(1);
});

test('lost notifications are made good by the query', async () => {
  const { order } = await world.place(1);
  await world.control('callback-modes', { mode: 'lose', attempts: 0, event: 'TRANSACTION.SUCCESS' });
  await world.pay(order.number);
  await settle();
  expect(await world.order(order.number)).toMatchObject({ status: 'awaiting_payment' });
  await live(61);
  expect(await world.order(order.number)).toMatchObject({ status: 'paid' });
  expect(await salesOf(order.number)).toBe(1);
});

test('the page after paying asks at once and does not wait for the notification', async () => {
  const { order } = await world.place(1);
  await world.control('callback-modes', { mode: 'hold', event: 'TRANSACTION.SUCCESS' });
  await world.pay(order.number);
  expect(await checkPayment(world.shop, { merchantId: world.merchantId, number: order.number }, world.now())).toBe(
    'paid',
  );
  const { callbacks } = await world.control<{ callbacks: { id: string }[] }>(`callbacks?subject=${order.number}`);
  const late = await world.control<{ attempt: { outcome: string } }>('callbacks/deliver', { id: callbacks[0]!.id });
  expect(late.attempt.outcome).toBe('accepted');
  expect(await salesOf(order.number)).toBe(1);
});

const BROKEN = [
  'signtest',
  'bad-signature',
  'missing-headers',
  'wrong-serial',
  'stale-timestamp',
  'future-timestamp',
  'tampered-ciphertext',
  'wrong-api-key',
  'different-amount',
  'other-mchid',
  'unknown-event-type',
];

test.each(BROKEN)(
  'a notification struck by %s changes nothing, and the order is paid all the same in the end',
  async (mode) => {
    const { order } = await world.place(1);
    await world.control('callback-modes', {
      mode,
      event: 'TRANSACTION.SUCCESS',
      attempts: mode === 'signtest' ? 1 : 0,
    });
    await world.pay(order.number);
    await settle();
    if (mode !== 'signtest') expect(await salesOf(order.number)).toBe(0);
    await live(61);
    expect(await world.order(order.number)).toMatchObject({ status: 'paid', total: 12_800 });
    expect(await salesOf(order.number)).toBe(1);
    const isQuiet = mode === 'signtest' || mode === 'unknown-event-type';
    expect(world.alarms.length > 0).toBe(!isQuiet);
  },
);

test.each(['empty-aad', 'absent-aad', 'extra-fields', 'fresh-id'])('a notification with %s is taken', async (mode) => {
  const { order } = await world.place(1);
  await world.control('callback-modes', { mode, event: 'TRANSACTION.SUCCESS', attempts: 0 });
  await world.pay(order.number);
  await settle();
  expect(await salesOf(order.number)).toBe(1);
});

test('an unpaid order closes at its instant, at WeChat first, and its goods are free again', async () => {
  const before = await world.stock('TEA');
  const { order } = await world.place(3);
  const params = await openPayment(
    world.shop,
    { merchantId: world.merchantId, memberId: world.memberId, number: order.number },
    world.now(),
  );
  expect(isRefusal(params)).toBe(false);
  await live(30 * 60 + 1);
  expect(await world.order(order.number)).toMatchObject({ status: 'closed' });
  expect(await world.stock('TEA')).toMatchObject({ stock: before.stock, held: before.held });
  const late = await openPayment(
    world.shop,
    { merchantId: world.merchantId, memberId: world.memberId, number: order.number },
    world.now(),
  );
  expect(late).toMatchObject({ refused: 'order-closed' });
  const books = await world.control<{ orders: { outTradeNo: string; state: string }[] }>(`books?mchid=${world.mchid}`);
  expect(books.orders.find((row) => row.outTradeNo === order.number)?.state).toBe('CLOSED');
});

test('a payment that beats the closing is taken', async () => {
  const { order } = await world.place(1);
  await world.control('callback-modes', { mode: 'lose', attempts: 0, event: 'TRANSACTION.SUCCESS' });
  await world.pay(order.number);
  const cancelled = await cancelOrder(world.shop, { merchantId: world.merchantId, number: order.number }, world.now());
  expect(cancelled).toBe('paid');
  expect(await salesOf(order.number)).toBe(1);
});

test('a payment after our close is accepted while the goods are there, and given back whole when they are gone', async () => {
  const lost = { mode: 'hold', event: 'TRANSACTION.SUCCESS' };
  const kept = (await world.place(1)).order;
  const params = await openPayment(
    world.shop,
    { merchantId: world.merchantId, memberId: world.memberId, number: kept.number },
    world.now(),
  );
  await cancelOrder(world.shop, { merchantId: world.merchantId, number: kept.number }, world.now());
  await world.control('pay', { appid: world.appid, user: 'buyer', params, force: true });
  await settle();
  expect(await world.order(kept.number)).toMatchObject({ status: 'paid', isSale: true });

  const gone = (await world.place(5, 'CUP')).order;
  const late = await openPayment(
    world.shop,
    { merchantId: world.merchantId, memberId: world.memberId, number: gone.number },
    world.now(),
  );
  await cancelOrder(world.shop, { merchantId: world.merchantId, number: gone.number }, world.now());
  await world.place(5, 'CUP');
  await world.control('callback-modes', lost);
  await world.control('pay', { appid: world.appid, user: 'buyer', params: late, force: true });
  const { callbacks } = await world.control<{ callbacks: { id: string }[] }>(`callbacks?subject=${gone.number}`);
  await world.control('callbacks/deliver', { id: callbacks[0]!.id });
  await live(120);
  expect(await world.order(gone.number)).toMatchObject({ status: 'refunded', isSale: false, refunded: 5 * 3_333 });
  expect(await salesOf(gone.number)).toBe(0);
  expect(await world.refunds()).toEqual([]);
});

test.each([
  ['hang', true],
  ['html', true],
  ['bad-signature', undefined],
  ['disconnect', false],
])('a prepay struck by %s does not keep anybody from paying', async (kind, commit) => {
  const { order } = await world.place(1);
  await world.control('faults', { endpoint: 'pay.prepay', kind, ...(commit === undefined ? {} : { commit }) });
  expect(await world.pay(order.number)).toMatchObject({ ok: true });
  await settle();
  expect(await salesOf(order.number)).toBe(1);
});

test('a query that answers an older state moves nothing backward', async () => {
  const { order } = await world.place(1);
  await world.pay(order.number);
  await settle();
  await world.control('faults', { endpoint: 'pay.order-by-number', kind: 'older-state', times: 0 });
  expect(await checkPayment(world.shop, { merchantId: world.merchantId, number: order.number }, world.now())).toBe(
    'paid',
  );
  expect(await world.order(order.number)).toMatchObject({ status: 'paid' });
});

test('nothing was called that the emulator does not model', async () => {
  expect((await world.control<{ unmodelled: number }>('journal?unmodelled=1')).unmodelled).toBe(0);
});
