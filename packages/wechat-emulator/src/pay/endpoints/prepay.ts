import { canonicalJson } from '../../canonical-json';
import { parseInstant } from '../../clock/virtual-clock';
import { type BodyOf, flag, integer, list, object, optional, text } from '../../shape';
import { bookKey, type Order } from '../../state/books';
import { nextCount, randomHex } from '../../state/seeded';
import { orderByNumber } from '../find-order';
import { isNotifyUrl } from '../notify-url';
import { stateNow } from '../order-state';
import { badField, freeProblem, type PayAnswer, problem, success } from '../pay-answer';
import { type PayCall, postRoute } from '../pay-route';

const LARGEST_FEN = 10_000_000_000;
const SHORTEST_LIFE_MS = 60_000;
const LONGEST_LIFE_MS = 90 * 86_400_000;
const REENTRY = 268498688;
const ALREADY_PAID = 268498689;

const BODY = object({
  appid: text(32),
  mchid: text(32),
  description: text(127),
  out_trade_no: text(32, { min: 6, pattern: /^[0-9A-Za-z_\-|*]+$/ }),
  time_expire: optional(text(64)),
  attach: optional(text(128, { min: 0 })),
  notify_url: text(255),
  goods_tag: optional(text(32, { min: 0 })),
  support_fapiao: optional(flag()),
  amount: object({ total: integer(1, LARGEST_FEN), currency: optional(text(16, { pattern: /^CNY$/ })) }),
  payer: object({ openid: text(128) }),
  detail: optional(
    object({
      cost_price: optional(integer(0)),
      invoice_id: optional(text(32)),
      goods_detail: optional(
        list(
          object({
            merchant_goods_id: text(32),
            wechatpay_goods_id: optional(text(32)),
            goods_name: optional(text(256)),
            quantity: integer(1),
            unit_price: integer(0),
          }),
          1,
          6000,
        ),
      ),
    }),
  ),
  scene_info: optional(
    object({
      payer_client_ip: text(45),
      device_id: optional(text(32)),
      store_info: optional(
        object({
          id: text(32),
          name: optional(text(256)),
          area_code: optional(text(32)),
          address: optional(text(512)),
        }),
      ),
    }),
  ),
  settle_info: optional(object({ profit_sharing: optional(flag()) })),
});
type Body = BodyOf<typeof BODY>;

/** JSAPI prepay (wechat.md 2.6). Repeating it with the same parameters gives another prepay_id of the same order. */
export const prepay = postRoute({
  name: 'pay.prepay',
  path: '/v3/pay/transactions/jsapi',
  body: BODY,
  handle: (call) => refusalOf(call) ?? placeOrder(call),
});

function refusalOf({ world, merchant, body }: PayCall<Body>): PayAnswer | undefined {
  const state = world.state();
  if (!merchant.appids.includes(body.appid)) return problem('APPID_MCHID_NOT_MATCH');
  if (!isNotifyUrl(body.notify_url)) return badField('/notify_url', body.notify_url, 'notify_url须为https且不带参数');
  if (state.openids[body.payer.openid]?.appid !== body.appid) {
    return badField('/payer/openid', body.payer.openid, 'openid与appid不匹配', '无效的openid');
  }
  if (body.time_expire !== undefined && parseInstant(body.time_expire) === undefined) {
    return badField('/time_expire', body.time_expire, '时间格式须为RFC3339');
  }
  const known = orderByNumber(state, merchant.mchid, body.out_trade_no);
  return known ? refusalOfRepeat(known, { world, merchant, body }) : undefined;
}

function refusalOfRepeat(known: Order, { world, merchant, body }: Pick<PayCall<Body>, 'world' | 'merchant' | 'body'>) {
  const { orderPaidCode, orderPaidStatus } = merchant.settings;
  const tradeState = stateNow(known, world.clock.now());
  if (tradeState === 'CLOSED') return problem('ORDER_CLOSED');
  if (tradeState !== 'NOTPAY') return freeProblem(orderPaidStatus, orderPaidCode, '该订单已支付', ALREADY_PAID);
  if (known.fingerprint !== fingerprintOf(body)) {
    return problem('INVALID_REQUEST', { message: '请求重入时，参数与首次请求时不一致', internalCode: REENTRY });
  }
  return undefined;
}

function placeOrder({ world, merchant, body }: PayCall<Body>): PayAnswer {
  const state = world.state();
  const now = world.clock.now();
  const orderKey = bookKey(merchant.mchid, body.out_trade_no);
  state.orders[orderKey] ??= newOrder(body, now);
  const id = `wx${String(nextCount(state, 'prepay')).padStart(18, '0')}${randomHex(state, 16)}`;
  state.prepays[id] = { id, orderKey, madeAt: now };
  return success({ prepay_id: id });
}

function newOrder(body: Body, now: number): Order {
  return {
    mchid: body.mchid,
    appid: body.appid,
    openid: body.payer.openid,
    outTradeNo: body.out_trade_no,
    total: body.amount.total,
    attach: body.attach ?? null,
    notifyUrl: body.notify_url,
    fingerprint: fingerprintOf(body),
    createdAt: now,
    expiresAt: expiryOf(body.time_expire, now),
    state: 'NOTPAY',
    transactionId: null,
    paidAt: null,
    shipping: null,
    settledAt: null,
  };
}

/** An earlier end is raised to a minute from now, a later one lowered to 90 days. */
function expiryOf(asked: string | undefined, now: number): number | null {
  const instant = asked === undefined ? undefined : parseInstant(asked);
  if (instant === undefined) return null;
  return Math.min(Math.max(instant, now + SHORTEST_LIFE_MS), now + LONGEST_LIFE_MS);
}

/** `time_expire` counts at the first call only and may differ later. */
function fingerprintOf(body: Body): string {
  const { time_expire: _ignored, ...rest } = body;
  return canonicalJson(rest);
}
