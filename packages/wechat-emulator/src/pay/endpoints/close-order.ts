import { object, text } from '../../shape';
import { orderByNumber } from '../find-order';
import { stateNow } from '../order-state';
import { freeProblem, noContent, problem } from '../pay-answer';
import { postRoute } from '../pay-route';

const ALREADY_PAID = 268449538;

/** Close an unpaid order: 204, also when repeated; a paid one must be refunded instead (wechat.md 2.7). */
export const closeOrder = postRoute({
  name: 'pay.close',
  path: '/v3/pay/transactions/out-trade-no/{out_trade_no}/close',
  body: object({ mchid: text(32) }),
  handle: ({ world, merchant, path }) => {
    const order = orderByNumber(world.state(), merchant.mchid, path['out_trade_no'] ?? '');
    if (!order) return problem('ORDER_NOT_EXIST');
    const tradeState = stateNow(order, world.clock.now());
    if (tradeState === 'SUCCESS' || tradeState === 'REFUND') {
      const { orderPaidCode, orderPaidStatus } = merchant.settings;
      return freeProblem(orderPaidStatus, orderPaidCode, '该订单已支付', ALREADY_PAID);
    }
    order.state = 'CLOSED';
    return noContent();
  },
});
