import { canonicalJson } from '../../canonical-json';
import { plan } from '../../clock/agenda';
import { type BodyOf, integer, list, object, optional, text } from '../../shape';
import { bookKey, type Order, type Refund } from '../../state/books';
import { nextCount } from '../../state/seeded';
import { orderByNumber, orderByTransaction } from '../find-order';
import { finishRefund } from '../finish-refund';
import { isNotifyUrl } from '../notify-url';
import { stateNow } from '../order-state';
import { badField, type PayAnswer, problem, success } from '../pay-answer';
import { type PayCall, postRoute } from '../pay-route';
import { refundView } from '../refund-view';

const MOST_REFUNDS = 50;
const REFUNDABLE_MS = 365 * 86_400_000;
const REENTRY = 268498688;

const BODY = object({
  transaction_id: optional(text(32)),
  out_trade_no: optional(text(32, { min: 6 })),
  out_refund_no: text(64, { pattern: /^[0-9A-Za-z_\-|*@]+$/ }),
  reason: optional(text(80)),
  notify_url: optional(text(256)),
  funds_account: optional(text(32, { pattern: /^(AVAILABLE|UNSETTLED)$/ })),
  amount: object({
    refund: integer(1),
    total: integer(1),
    currency: text(16, { pattern: /^CNY$/ }),
    from: optional(
      list(object({ account: text(32, { pattern: /^(AVAILABLE|UNAVAILABLE)$/ }), amount: integer(1) }), 1, 2),
    ),
  }),
  goods_detail: optional(
    list(
      object({
        merchant_goods_id: text(32),
        wechatpay_goods_id: optional(text(32)),
        goods_name: optional(text(256)),
        unit_price: integer(0),
        refund_amount: integer(0),
        refund_quantity: integer(1),
      }),
      1,
      3000,
    ),
  ),
});
type Body = BodyOf<typeof BODY>;

/** Refund, whole or in parts (wechat.md 2.9). The same number with the same parameters answers the refund as it is now. */
export const refund = postRoute({
  name: 'pay.refund',
  path: '/v3/refund/domestic/refunds',
  body: BODY,
  handle: (call) => {
    const { body } = call;
    if ((body.transaction_id === undefined) === (body.out_trade_no === undefined)) {
      return badField('/transaction_id', body.transaction_id ?? null, 'transaction_id和out_trade_no须二选一');
    }
    if (body.notify_url !== undefined && !isNotifyUrl(body.notify_url)) {
      return badField('/notify_url', body.notify_url, 'notify_url须为https且不带参数');
    }
    const known = call.world.state().refunds[bookKey(call.merchant.mchid, body.out_refund_no)];
    if (known) return answerRepeat(known, body);
    const order = orderOf(call);
    return order
      ? (refusalOf(call, order) ?? acceptRefund(call, order))
      : problem('RESOURCE_NOT_EXISTS', { message: '订单不存在' });
  },
});

function answerRepeat(known: Refund, body: Body): PayAnswer {
  if (known.fingerprint === canonicalJson(body)) return success(refundView(known));
  return problem('INVALID_REQUEST', { message: '请求重入时，参数与首次请求时不一致', internalCode: REENTRY });
}

function orderOf({ world, merchant, body }: PayCall<Body>): Order | undefined {
  return body.transaction_id === undefined
    ? orderByNumber(world.state(), merchant.mchid, body.out_trade_no ?? '')
    : orderByTransaction(world.state(), merchant.mchid, body.transaction_id);
}

function refusalOf({ world, merchant, body }: PayCall<Body>, order: Order): PayAnswer | undefined {
  const refuse = (message: string) => problem('INVALID_REQUEST', { message });
  const tradeState = stateNow(order, world.clock.now());
  if (order.paidAt === null || tradeState === 'NOTPAY' || tradeState === 'CLOSED')
    return refuse('订单未支付，不支持退款');
  if (world.clock.now() > order.paidAt + REFUNDABLE_MS) return refuse('订单已超过可退款的最大期限');
  if (body.amount.total !== order.total) return refuse('订单总金额与原订单不一致');
  const earlier = Object.values(world.state().refunds).filter(
    (other) => other.mchid === order.mchid && other.outTradeNo === order.outTradeNo && other.status !== 'CLOSED',
  );
  const refunded = earlier.reduce((sum, other) => sum + other.amount, 0);
  if (refunded + body.amount.refund > order.total) return refuse('申请退款金额大于订单可退金额');
  if (earlier.length >= MOST_REFUNDS) return refuse('部分退款次数超过限制');
  const { balanceBasic } = merchant.settings;
  if (balanceBasic !== null && balanceBasic < body.amount.refund) {
    return problem('NOT_ENOUGH', { message: '基本账户余额不足，请充值后重新发起' });
  }
  return undefined;
}

function acceptRefund({ world, merchant, body }: PayCall<Body>, order: Order): PayAnswer {
  const state = world.state();
  const now = world.clock.now();
  const { settings } = merchant;
  const key = bookKey(merchant.mchid, body.out_refund_no);
  const accepted: Refund = {
    mchid: merchant.mchid,
    refundId: `503${String(nextCount(state, 'refund')).padStart(25, '0')}`,
    outRefundNo: body.out_refund_no,
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId ?? '',
    amount: body.amount.refund,
    total: order.total,
    fundsAccount: body.funds_account ?? 'UNSETTLED',
    notifyUrl: body.notify_url ?? null,
    fingerprint: canonicalJson(body),
    createdAt: now,
    status: 'PROCESSING',
    succeededAt: null,
  };
  state.refunds[key] = accepted;
  order.state = 'REFUND';
  if (settings.balanceBasic !== null) settings.balanceBasic -= accepted.amount;
  if (settings.refundSeconds === 0) finishRefund(world, accepted, settings.refundResult);
  else plan(state, now + settings.refundSeconds * 1000, 'finish-refund', key);
  return success(refundView(accepted));
}
