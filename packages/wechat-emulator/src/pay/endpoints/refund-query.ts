import { bookKey } from '../../state/books';
import { problem, success } from '../pay-answer';
import { bareRoute } from '../pay-route';
import { refundView } from '../refund-view';

/** A refund by the merchant's number (wechat.md 2.9). */
export const refundQuery = bareRoute({
  name: 'pay.refund-query',
  path: '/v3/refund/domestic/refunds/{out_refund_no}',
  handle: ({ world, merchant, path, isOlder }) => {
    const refund = world.state().refunds[bookKey(merchant.mchid, path['out_refund_no'] ?? '')];
    if (!refund) return problem('RESOURCE_NOT_EXISTS', { message: '退款单不存在' });
    return success(refundView(isOlder ? { ...refund, status: 'PROCESSING', succeededAt: null } : refund));
  },
});
