import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelOrder, openPayment } from '../../src/flows/pay';
import { findOne, insert } from '../../src/foundation/db';
import { couponTable } from '../../src/modules/attribution';
import { type ShopWorld, shopWorld } from '../support/world-of-shop';

let world: ShopWorld;

beforeAll(async () => {
  world = await shopWorld();
});
afterAll(() => world.stop());

const coupon = (code: string, useLimit: number | null) =>
  world.db.write((tx) =>
    insert(tx, couponTable, [
      {
        ...{
          merchantId: world.merchantId,
          foldedCode: code.toLowerCase(),
          code,
          ownerId: null,
          fromAt: null,
          toAt: null,
        },
        ...{ discount: { percent: '10' }, useLimit, uses: 0, isActive: true, createdAt: world.now() },
      },
    ]),
  );
const uses = async (code: string) =>
  (await findOne(world.db.read, couponTable, 'merchant_id = ? AND code = ?', [world.merchantId, code]))?.uses;

test('twenty carts for the five uses of a coupon: five get one', async () => {
  await coupon('FIVE', 5);
  const carts = await Promise.allSettled(Array.from({ length: 20 }, () => world.place(1, 'TEA', 'five')));
  const placed = carts.flatMap((cart) => (cart.status === 'fulfilled' ? [cart.value.order] : []));
  expect(placed).toHaveLength(5);
  expect(placed.every(({ total, discount }) => total === 11_520 && discount === 1_280)).toBe(true);
  expect(await uses('FIVE')).toBe(5);
});

test('an unpaid order that closes gives its use back, once', async () => {
  await coupon('BACK', 1);
  const { order } = await world.place(1, 'TEA', 'BACK');
  await expect(world.place(1, 'TEA', 'BACK')).rejects.toThrow('coupon-not-valid');
  const key = { merchantId: world.merchantId, number: order.number };
  await cancelOrder(world.shop, key, world.now());
  await cancelOrder(world.shop, key, world.now());
  expect(await uses('BACK')).toBe(0);
  expect((await world.place(1, 'TEA', 'BACK')).order.discount).toBe(1_280);
});

test('a payment after the close counts its use again, also above the limit', async () => {
  await coupon('LATE', 1);
  const { order } = await world.place(1, 'TEA', 'LATE');
  const key = { merchantId: world.merchantId, number: order.number };
  const params = await openPayment(world.shop, { ...key, memberId: world.memberId }, world.now());
  await cancelOrder(world.shop, key, world.now());
  await world.place(1, 'TEA', 'LATE');
  expect(await uses('LATE')).toBe(1);
  await world.control('pay', { appid: world.appid, user: 'buyer', params, force: true });
  await world.control('clock', { advanceSeconds: 0 });
  expect(await world.order(order.number)).toMatchObject({ status: 'paid', isSale: true });
  expect(await uses('LATE')).toBe(2);
});
