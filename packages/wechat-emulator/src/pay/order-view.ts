import { beijingTime } from '../clock/virtual-clock';
import type { Order, TradeState } from '../state/books';
import { stateNow } from './order-state';

const DESCRIPTIONS = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  CLOSED: '订单已关闭',
  REFUND: '订单发生过退款',
} as const satisfies Record<TradeState, string>;

/** An order as a query answers it, and (of a paid one) as the notification carries it (wechat.md 2.7). */
export function orderView(order: Order, now: number): Record<string, unknown> {
  const state = stateNow(order, now);
  const head = { appid: order.appid, mchid: order.mchid, out_trade_no: order.outTradeNo };
  const trade = { trade_state: state, trade_state_desc: DESCRIPTIONS[state] };
  if (order.transactionId === null || order.paidAt === null) {
    return { ...head, ...trade, amount: { total: order.total, currency: 'CNY' }, payer: {} };
  }
  return {
    ...head,
    transaction_id: order.transactionId,
    trade_type: 'JSAPI',
    ...trade,
    bank_type: 'OTHERS',
    ...(order.attach === null ? {} : { attach: order.attach }),
    success_time: beijingTime(order.paidAt),
    payer: { openid: order.openid },
    amount: { total: order.total, payer_total: order.total, currency: 'CNY', payer_currency: 'CNY' },
    promotion_detail: [],
  };
}

/** The order as it was before its last step: a paid one unpaid, a refunded one paid. */
export function olderOrder(order: Order): Order {
  if (order.state === 'REFUND') return { ...order, state: 'SUCCESS' };
  return { ...order, state: 'NOTPAY', transactionId: null, paidAt: null };
}
