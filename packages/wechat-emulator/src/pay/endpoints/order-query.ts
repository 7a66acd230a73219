import type { Order } from '../../state/books';
import { orderByNumber, orderByTransaction } from '../find-order';
import { olderOrder, orderView } from '../order-view';
import { type PayAnswer, problem, success } from '../pay-answer';
import { bareRoute, type PayCall } from '../pay-route';

/** Query by the merchant's number (wechat.md 2.7): the only way to an unpaid order. */
export const orderQueryByNumber = bareRoute({
  name: 'pay.order-by-number',
  path: '/v3/pay/transactions/out-trade-no/{out_trade_no}',
  handle: (call) =>
    answer(call, orderByNumber(call.world.state(), call.merchant.mchid, call.path['out_trade_no'] ?? '')),
});

/** Query by WeChat's number. */
export const orderQueryById = bareRoute({
  name: 'pay.order-by-id',
  path: '/v3/pay/transactions/id/{transaction_id}',
  handle: (call) =>
    answer(call, orderByTransaction(call.world.state(), call.merchant.mchid, call.path['transaction_id'] ?? '')),
});

function answer(call: PayCall<undefined>, order: Order | undefined): PayAnswer {
  if (!call.query.get('mchid')) {
    const detail = { field: 'mchid', value: null, issue: '必填字段缺失', location: 'query' };
    return problem('PARAM_ERROR', { message: '缺少参数mchid', detail });
  }
  if (!order) return problem('ORDER_NOT_EXIST');
  return success(orderView(call.isOlder ? olderOrder(order) : order, call.world.clock.now()));
}
