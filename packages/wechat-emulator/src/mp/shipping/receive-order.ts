import { plan, unplan } from '../../clock/agenda';
import { bookKey, type Order } from '../../state/books';
import type { World } from '../../state/world';
import { pushSettlement } from './push-settlement';

/** Receipt is confirmed, by the buyer or by time; the money settles at once or after the merchant's setting. */
export function receiveOrder(world: World, order: Order, by: 'auto' | 'user'): boolean {
  const { shipping } = order;
  if (!shipping || shipping.received) return false;
  const key = bookKey(order.mchid, order.outTradeNo);
  const now = world.clock.now();
  unplan(world.state(), 'confirm-receipt', key);
  shipping.received = { at: now, by };
  const delaySeconds = world.state().merchants[order.mchid]?.settings.settlementSeconds ?? 0;
  if (delaySeconds === 0) order.settledAt = now;
  else plan(world.state(), now + delaySeconds * 1000, 'settle-order', key);
  pushSettlement(world, order);
  return true;
}

/** The planned settlement of a received order. */
export function settleOrder(world: World, order: Order): void {
  if (order.settledAt !== null) return;
  order.settledAt = world.clock.now();
  pushSettlement(world, order);
}
