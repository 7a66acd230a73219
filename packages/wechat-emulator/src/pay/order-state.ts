import type { Order, TradeState } from '../state/books';

const UNPAID_LIFE_MS = 7 * 86_400_000;

/** The state now: WeChat closes an order that nobody paid for seven days by itself; an earlier `time_expire` only stops paying. */
export function stateNow(order: Order, now: number): TradeState {
  const isForgotten = order.state === 'NOTPAY' && now >= order.createdAt + UNPAID_LIFE_MS;
  return isForgotten ? 'CLOSED' : order.state;
}
