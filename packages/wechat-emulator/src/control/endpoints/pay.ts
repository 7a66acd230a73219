import { paySignMessage } from '../../crypto/messages';
import { isSigned } from '../../crypto/rsa';
import { stateNow } from '../../pay/order-state';
import { payOrder } from '../../pay/pay-order';
import { anything, flag, flawOf, object, optional, text } from '../../shape';
import type { Order, Prepay } from '../../state/books';
import type { App, User } from '../../state/parties';
import type { World } from '../../state/world';
import { controlPost } from '../control-route';
import { whoIs } from './phone';

const PREPAY_LIFE_MS = 2 * 3_600_000;

/** What `wx.requestPayment` takes: no appId, and `timeStamp` is text. */
const PARAMS = object({
  timeStamp: text(32, { pattern: /^\d+$/ }),
  nonceStr: text(32),
  package: text(128),
  signType: text(16),
  paySign: text(1024),
});

interface Params {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: string;
  paySign: string;
}

type Failure =
  | 'invalid-params'
  | 'bad-sign-type'
  | 'unknown-prepay'
  | 'appid-mismatch'
  | 'bad-pay-sign'
  | 'prepay-expired'
  | 'order-expired'
  | 'order-closed'
  | 'order-paid'
  | 'other-user';

/** `POST /control/pay` plays `wx.requestPayment` and the person who enters the password (wechat.md 2.6). */
export const pay = controlPost(
  '/control/pay',
  object({ appid: text(32), user: text(64), params: anything(), cancel: optional(flag()), force: optional(flag()) }),
  ({ world, body }) => {
    const { app, user } = whoIs(world, body.appid, body.user);
    const flaw = flawOf(PARAMS, body.params);
    if (flaw) return failed('invalid-params', `parameter error: ${flaw.field} (${flaw.kind})`);
    const found = checkPrepay(world, app, body.params as Params);
    if (typeof found === 'string') return failed(found);
    const reason = refusalOf(world, found, user, body.force ?? false);
    if (reason) return failed(reason);
    if (body.cancel) return { ok: false, errMsg: 'requestPayment:fail cancel', reason: 'cancelled' };
    const transactionId = payOrder(world, found.order);
    const { mchid, outTradeNo } = found.order;
    return { ok: true, errMsg: 'requestPayment:ok', mchid, outTradeNo, transactionId };
  },
);

interface Found {
  readonly prepay: Prepay;
  readonly order: Order;
}

/** Who signed is known only from the prepay: the merchant whose order it is. */
function checkPrepay(world: World, app: App, params: Params): Found | Failure {
  const state = world.state();
  if (params.signType !== 'RSA') return 'bad-sign-type';
  const prepay = state.prepays[params.package.replace(/^prepay_id=/, '')];
  const order = prepay && state.orders[prepay.orderKey];
  if (!prepay || !order || !params.package.startsWith('prepay_id=')) return 'unknown-prepay';
  if (order.appid !== app.appid) return 'appid-mismatch';
  const message = paySignMessage(app.appid, params.timeStamp, params.nonceStr, params.package);
  const merchantKey = state.merchants[order.mchid]?.keys.publicKey ?? '';
  return isSigned(message, params.paySign, merchantKey) ? { prepay, order } : 'bad-pay-sign';
}

function refusalOf(world: World, { prepay, order }: Found, user: User, isForced: boolean): Failure | undefined {
  const now = world.clock.now();
  const tradeState = stateNow(order, now);
  if (now >= prepay.madeAt + PREPAY_LIFE_MS) return 'prepay-expired';
  if (order.expiresAt !== null && now >= order.expiresAt) return 'order-expired';
  if (tradeState === 'CLOSED' && !isForced) return 'order-closed';
  if (tradeState === 'SUCCESS' || tradeState === 'REFUND') return 'order-paid';
  return user.openids[order.appid] === order.openid ? undefined : 'other-user';
}

function failed(reason: Failure, detail: string = reason) {
  return { ok: false, errMsg: `requestPayment:fail ${detail}`, reason };
}
