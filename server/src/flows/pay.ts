import { type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import {
  type AskPayment,
  type AskPaymentRefusal,
  askPayment,
  claimDue,
  closeOrder,
  dueNow,
  keepPrepay,
  type MarkedPaid,
  markOrderPaid,
  nextLook,
  notePaymentProblem,
  type PaymentOwner,
  type PaymentRow,
  type PaymentWord,
  paymentOf,
  requestRefund,
} from '../modules/storefront';
import {
  type MerchantPay,
  type Outcome,
  type PayParams,
  saysNotFound,
  saysPaid,
  type TradeFacts,
} from '../modules/wechat';
import { giveBackCoupons, useCouponsAgain } from './shop-coupons';
import { tellSale } from './shop-sale';
import type { ShopJob, ShopSurroundings } from './shop-surroundings';

export type OpenPaymentRefusal =
  | AskPaymentRefusal
  | Refusal<'wechat-not-configured' | 'payment-refused' | 'wechat-unavailable'>;

/** How often a prepay is asked for within one tap; every time the same number with the same parameters. */
const PREPAY_TRIES = 2;

/** The parameters of `wx.requestPayment` for an unpaid order. A prepay that is still good is used again. */
export async function openPayment(
  shop: ShopSurroundings,
  ask: AskPayment,
  now: Instant,
): Promise<PayParams | OpenPaymentRefusal> {
  const pay = await payOf(shop, ask.merchantId);
  if (!pay) return refuse('wechat-not-configured');
  const payment = await shop.db.write((tx) => askPayment(tx, ask, now));
  if (isRefusal(payment)) return payment;
  if (payment.prepayId && (payment.prepayExpiresAt ?? 0) > now) return pay.payParams(payment.prepayId, now);
  const outcome = await askPrepay(shop, pay, payment);
  if (outcome.kind === 'ok') {
    await shop.db.write((tx) => keepPrepay(tx, payment, outcome.value.prepayId, now));
    return pay.payParams(outcome.value.prepayId, now);
  }
  if (outcome.kind === 'unknown' || outcome.reaction === 'again') return refuse('wechat-unavailable');
  if (saysPaid(outcome.code)) {
    await lookAtPayment(shop, payment, now);
    return refuse('already-paid');
  }
  shop.alarm('prepay refused', {
    merchantId: ask.merchantId,
    number: ask.number,
    code: outcome.code,
    requestId: outcome.requestId,
  });
  await shop.db.write((tx) => notePaymentProblem(tx, payment, outcome.code, {}));
  return refuse('payment-refused', { code: outcome.code });
}

async function askPrepay(
  shop: ShopSurroundings,
  pay: MerchantPay,
  payment: PaymentRow,
): Promise<Outcome<{ prepayId: string }>> {
  const notifyUrl = await noticeUrl(shop, payment.merchantId, 'pay-notice');
  const { outTradeNo, openid, description, amount, expiresAt } = payment;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await pay.prepay({ outTradeNo, openid, description, amountMinor: amount, notifyUrl, expiresAt });
    const isOpen = outcome.kind === 'unknown' || (outcome.kind === 'refused' && outcome.reaction === 'again');
    if (!isOpen || attempt >= PREPAY_TRIES) return outcome;
  }
}

/** Where WeChat Pay is to tell us: no query, and no signing in. */
export async function noticeUrl(
  shop: ShopSurroundings,
  merchantId: string,
  notice: 'pay-notice' | 'refund-notice',
): Promise<string> {
  const { slug } = await shop.merchantOf(merchantId);
  return `${shop.publicUrl}/api/v1/wechat/${slug}/${notice}`;
}

export async function payOf(shop: ShopSurroundings, merchantId: string): Promise<MerchantPay | null> {
  return (await shop.wechat.of(merchantId))?.pay ?? null;
}

/**
 * Takes in that WeChat says "paid": the order is marked and the sale recorded in one transaction, once. A payment that came too
 * late for its goods is given back whole.
 */
export async function takePayment(
  tx: Tx,
  word: PaymentWord,
  owner: PaymentOwner,
  region: string,
  now: Instant,
): Promise<MarkedPaid> {
  const marked = await markOrderPaid(tx, word, owner);
  if (marked.kind !== 'paid') return marked;
  if (!marked.isLate) {
    if (marked.wasClosed) await useCouponsAgain(tx, marked.order);
    await tellSale(tx, marked.order, marked.lines, region, now);
    return marked;
  }
  const { merchantId, number } = marked.order;
  const given = await requestRefund(
    tx,
    { merchantId, number, ask: { kind: 'rest' }, reason: 'paid after the order was closed', by: 'system' },
    now,
  );
  if (isRefusal(given)) throw new Error(`a late payment could not be given back: ${given.refused}`);
  return marked;
}

/** What WeChat says of a payment, as the shop takes it. */
export function wordOf(merchantId: string, facts: TradeFacts, now: Instant): PaymentWord {
  const { outTradeNo, appid, mchid, openid, totalMinor, transactionId, paidAt } = facts;
  return { merchantId, outTradeNo, appid, mchid, openid, total: totalMinor, transactionId, paidAt: paidAt ?? now };
}

/** What became of a look at a payment: `open` means that it is still to be looked after. */
export type LookedAt = 'paid' | 'closed' | 'open' | 'set-aside';

/** Asks WeChat how a payment stands, and acts on the answer. The query is the truth: notifications only make it quicker. */
export async function lookAtPayment(
  shop: ShopSurroundings,
  payment: PaymentRow,
  now: Instant,
  isCancelled = false,
): Promise<LookedAt> {
  const isOver = isCancelled || now >= payment.expiresAt;
  if (payment.askedAt === null) return isOver ? close(shop, payment, now) : 'open';
  const pay = await payOf(shop, payment.merchantId);
  if (!pay) return 'open';
  const found = await pay.queryOrder(payment.outTradeNo);
  if (found.kind === 'ok') return actOn(shop, pay, payment, found.value, isOver, now);
  const isUnknownThere = found.kind === 'refused' && saysNotFound(found.code, found.status);
  return isUnknownThere && isOver ? close(shop, payment, now) : 'open';
}

async function actOn(
  shop: ShopSurroundings,
  pay: MerchantPay,
  payment: PaymentRow,
  facts: TradeFacts,
  isOver: boolean,
  now: Instant,
): Promise<LookedAt> {
  if (facts.state === 'SUCCESS' || facts.state === 'REFUND') return takeQueried(shop, pay, payment, facts, now);
  if (facts.state === 'CLOSED' || facts.state === 'REVOKED') return close(shop, payment, now);
  return isOver ? closeAtWechat(shop, pay, payment, now) : 'open';
}

async function takeQueried(
  shop: ShopSurroundings,
  pay: MerchantPay,
  payment: PaymentRow,
  facts: TradeFacts,
  now: Instant,
): Promise<LookedAt> {
  const { merchantId, outTradeNo } = payment;
  const { region } = await shop.merchantOf(merchantId);
  const marked = await shop.db.write((tx) => takePayment(tx, wordOf(merchantId, facts, now), pay, region, now));
  if (marked.kind !== 'mismatch') return 'paid';
  shop.alarm('payment does not fit its order', { merchantId, outTradeNo, fields: marked.fields });
  await shop.db.write((tx) =>
    notePaymentProblem(tx, payment, `mismatch: ${marked.fields.join(', ')}`, { state: 'set_aside', dueAt: null }),
  );
  return 'set-aside';
}

/** Closes at WeChat before the number is given up. A payment may win the race, so a refused close is followed by a query. */
async function closeAtWechat(
  shop: ShopSurroundings,
  pay: MerchantPay,
  payment: PaymentRow,
  now: Instant,
): Promise<LookedAt> {
  const closed = await pay.closeOrder(payment.outTradeNo);
  if (closed.kind === 'ok') return close(shop, payment, now);
  if (closed.kind === 'unknown') return 'open';
  if (saysNotFound(closed.code, closed.status)) return close(shop, payment, now);
  const again = await pay.queryOrder(payment.outTradeNo);
  if (again.kind !== 'ok') return 'open';
  const isPaid = again.value.state === 'SUCCESS' || again.value.state === 'REFUND';
  if (isPaid) return takeQueried(shop, pay, payment, again.value, now);
  return again.value.state === 'CLOSED' ? close(shop, payment, now) : 'open';
}

async function close(shop: ShopSurroundings, payment: PaymentRow, now: Instant): Promise<LookedAt> {
  return shop.db.write(async (tx) => {
    const coupons = await closeOrder(tx, payment, now);
    if (coupons === null) return 'open';
    await giveBackCoupons(tx, payment.merchantId, coupons);
    return 'closed';
  });
}

/** Looks at every payment that is due: queries what was asked for, closes what has run out. */
export const workDuePayments: ShopJob = async (shop, now) => {
  let worked = 0;
  for (const due of await dueNow(shop.db.read, 'payment', now)) {
    const payment = await paymentOf(shop.db.read, due.merchantId, due.key);
    if (!payment) continue;
    const later = nextLook(now, payment.queries + 1);
    const nextAt = now < payment.expiresAt ? Math.min(later, payment.expiresAt) : later;
    const isMine = await shop.db.write(async (tx) => {
      if (!(await claimDue(tx, 'payment', due, nextAt))) return false;
      return (await notePaymentLook(tx, payment)) === 1;
    });
    if (!isMine) continue;
    worked += 1;
    await lookAtPayment(shop, payment, now);
  }
  return worked;
};

function notePaymentLook(tx: Tx, { merchantId, outTradeNo }: PaymentRow): Promise<number> {
  return tx.run('UPDATE payment SET queries = queries + 1 WHERE merchant_id = ? AND out_trade_no = ?', [
    merchantId,
    outTradeNo,
  ]);
}

/** The member, or the page after `wx.requestPayment`, asks how an order stands. */
export async function checkPayment(
  shop: ShopSurroundings,
  { merchantId, number }: { merchantId: string; number: string },
  now: Instant,
): Promise<LookedAt> {
  const payment = await paymentOf(shop.db.read, merchantId, number);
  if (!payment) return 'open';
  if (payment.state !== 'open') return payment.state === 'set_aside' ? 'set-aside' : payment.state;
  return lookAtPayment(shop, payment, now);
}

/** Closes an order that its buyer does not want any more. `paid` means that a payment came first. */
export async function cancelOrder(
  shop: ShopSurroundings,
  { merchantId, number }: { merchantId: string; number: string },
  now: Instant,
): Promise<LookedAt | Refusal<'not-found' | 'wechat-unavailable'>> {
  const payment = await paymentOf(shop.db.read, merchantId, number);
  if (!payment) return refuse('not-found');
  if (payment.state !== 'open') return payment.state === 'set_aside' ? 'set-aside' : payment.state;
  const looked = await lookAtPayment(shop, payment, now, true);
  return looked === 'open' ? refuse('wechat-unavailable') : looked;
}
