import { type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import {
  claimDue,
  dueNow,
  failRefund,
  nextLook,
  noteRefund,
  type PayRefundRow,
  type RequestRefund,
  type RequestRefundRefusal,
  refundOf,
  requestRefund,
  type SettledRefund,
  settleRefund,
} from '../modules/storefront';
import { type MerchantPay, type Outcome, type RefundFacts, saysNotFound } from '../modules/wechat';
import { noticeUrl, payOf } from './pay';
import { tellRefund } from './shop-sale';
import type { ShopJob, ShopSurroundings, Write } from './shop-surroundings';

/**
 * Refunds a shop order through the pay API: by pieces, amounts, or all that is left. Answers the refund as it stands after the first
 * try; what WeChat has not settled by then goes on by itself, under the same number.
 */
export async function refundShopOrder(
  shop: ShopSurroundings,
  ask: RequestRefund,
  now: Instant,
  write: Write = shop.db.write,
): Promise<PayRefundRow | RequestRefundRefusal | Refusal<'too-many-refunds' | 'wechat-not-configured'>> {
  if (!(await payOf(shop, ask.merchantId))) return refuse('wechat-not-configured');
  const refund = await write((tx) => requestRefund(tx, ask, now));
  if (isRefusal(refund)) return refund;
  if (refund.state === 'sending') await workRefund(shop, refund, now);
  return (await refundOf(shop.db.read, ask.merchantId, refund.outRefundNo)) ?? refund;
}

/** Sends a refund, or queries it if it was sent before; one worker at a time. Answers whether it was ours to work on. */
async function workRefund(shop: ShopSurroundings, refund: PayRefundRow, now: Instant): Promise<boolean> {
  const { merchantId, outRefundNo } = refund;
  if (refund.dueAt === null) return false;
  const due = { merchantId, key: outRefundNo, dueAt: refund.dueAt };
  const isMine = await shop.db.write(async (tx) => {
    if (!(await claimDue(tx, 'pay_refund', due, nextLook(now, refund.tries)))) return false;
    return (await noteRefund(tx, refund, { tries: refund.tries + 1 })) === 1;
  });
  if (!isMine) return false;
  const pay = await payOf(shop, merchantId);
  if (!pay) return true;
  const known = refund.tries > 0 ? await pay.queryRefund(outRefundNo) : null;
  if (known?.kind === 'ok') await takeRefund(shop, merchantId, known.value, now);
  else if (known === null || isNotFound(known)) await send(shop, pay, refund, now);
  return true;
}

function isNotFound(outcome: Outcome<RefundFacts>): boolean {
  return outcome.kind === 'refused' && saysNotFound(outcome.code, outcome.status);
}

async function send(shop: ShopSurroundings, pay: MerchantPay, refund: PayRefundRow, now: Instant): Promise<void> {
  const { merchantId, outRefundNo, orderNumber, amount, total, reason } = refund;
  const notifyUrl = await noticeUrl(shop, merchantId, 'refund-notice');
  const asked = await pay.refund({
    outTradeNo: orderNumber,
    outRefundNo,
    refundMinor: amount,
    totalMinor: total,
    reason: reason ?? undefined,
    notifyUrl,
  });
  if (asked.kind === 'ok') {
    await takeRefund(shop, merchantId, asked.value, now);
    return;
  }
  if (asked.kind === 'unknown') return;
  if (asked.reaction === 'again') {
    // Too little money in the account, or too many calls: the same number later, and the console says so.
    await shop.db.write((tx) => noteRefund(tx, refund, { problem: asked.code }));
    return;
  }
  shop.alarm('refund refused', { merchantId, outRefundNo, code: asked.code, requestId: asked.requestId });
  await refuseRefund(shop, pay, refund, asked.code, now);
}

/** An error body is not signed, so money is not freed on its word: only when a query does not know the number either. */
async function refuseRefund(
  shop: ShopSurroundings,
  pay: MerchantPay,
  refund: PayRefundRow,
  code: string,
  now: Instant,
): Promise<void> {
  const known = await pay.queryRefund(refund.outRefundNo);
  if (known.kind === 'ok') await takeRefund(shop, refund.merchantId, known.value, now);
  else if (isNotFound(known)) await shop.db.write((tx) => failRefund(tx, refund, code));
  else await shop.db.write((tx) => noteRefund(tx, refund, { problem: code }));
}

/** Takes in what WeChat says of a refund; a success is told to the sale in the same transaction. */
export async function takeRefund(
  shop: ShopSurroundings,
  merchantId: string,
  facts: RefundFacts,
  now: Instant,
): Promise<SettledRefund> {
  const { outRefundNo, state, refundId, refundMinor, succeededAt } = facts;
  const settled = await shop.db.write(async (tx) => {
    const result = await settleRefund(
      tx,
      { merchantId, outRefundNo, state, refundId, amount: refundMinor, succeededAt },
      now,
    );
    if (result.kind === 'succeeded' && result.order.isSale) await tellRefund(tx, result.refund, now);
    return result;
  });
  const needsPerson =
    settled.kind === 'mismatch' || (settled.kind === 'moved' && settled.refund.state !== 'processing');
  if (needsPerson) shop.alarm('refund needs a person', { merchantId, outRefundNo, state });
  return settled;
}

/** Sends or queries every refund that is due. */
export const workDueRefunds: ShopJob = async (shop, now) => {
  let worked = 0;
  for (const due of await dueNow(shop.db.read, 'pay_refund', now)) {
    const refund = await refundOf(shop.db.read, due.merchantId, due.key);
    if (refund && refund.dueAt === due.dueAt && (await workRefund(shop, refund, now))) worked += 1;
  }
  return worked;
};
