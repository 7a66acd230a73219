import { beijingTime } from '../clock/virtual-clock';
import type { Refund } from '../state/books';

const RECEIVER = '支付用户零钱';

/** A refund as the refund call and its query answer it (wechat.md 2.9). */
export function refundView(refund: Refund): Record<string, unknown> {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: RECEIVER,
    ...(refund.succeededAt === null ? {} : { success_time: beijingTime(refund.succeededAt) }),
    create_time: beijingTime(refund.createdAt),
    status: refund.status,
    funds_account: refund.fundsAccount,
    amount: {
      total: refund.total,
      refund: refund.amount,
      from: [],
      payer_total: refund.total,
      payer_refund: refund.amount,
      settlement_total: refund.total,
      settlement_refund: refund.amount,
      discount_refund: 0,
      currency: 'CNY',
      refund_fee: 0,
    },
    promotion_detail: [],
  };
}

/** What the notification carries: `refund_status` where the query says `status`. */
export function refundNotice(refund: Refund): Record<string, unknown> {
  return {
    mchid: refund.mchid,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    refund_status: refund.status,
    ...(refund.succeededAt === null ? {} : { success_time: beijingTime(refund.succeededAt) }),
    user_received_account: RECEIVER,
    amount: { total: refund.total, refund: refund.amount, payer_total: refund.total, payer_refund: refund.amount },
  };
}
