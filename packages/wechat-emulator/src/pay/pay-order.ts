import { makeCallback } from '../callbacks/make-callback';
import { bookKey, type Order } from '../state/books';
import { nextCount } from '../state/seeded';
import type { World } from '../state/world';
import { orderView } from './order-view';

/** The user has paid: the order is SUCCESS from now on, and its notification is due at once. */
export function payOrder(world: World, order: Order): string {
  const state = world.state();
  const transactionId = `42000${String(nextCount(state, 'transaction')).padStart(23, '0')}`;
  Object.assign(order, { state: 'SUCCESS', transactionId, paidAt: world.clock.now() });
  state.transactions[transactionId] = bookKey(order.mchid, order.outTradeNo);
  const settings = state.merchants[order.mchid]?.settings;
  if (settings && settings.balanceBasic !== null) settings.balanceBasic += order.total;
  makeCallback(world, {
    channel: 'pay',
    event: 'TRANSACTION.SUCCESS',
    mchid: order.mchid,
    appid: order.appid,
    subject: order.outTradeNo,
    url: order.notifyUrl,
    summary: '支付成功',
    originalType: 'transaction',
    associatedData: 'transaction',
    resource: orderView(order, world.clock.now()),
  });
  return transactionId;
}
