import { type Instant, isRefusal } from '@fenrun/kernel';
import { notePaymentProblem, noteRefund, paymentOf, refundOf } from '../modules/storefront';
import {
  type MerchantWechat,
  type NoticeHeaders,
  openPayNotice,
  type PayNotice,
  refundFacts,
  tradeFacts,
} from '../modules/wechat';
import { takePayment, wordOf } from './pay';
import { takeRefund } from './shop-refund';
import type { ShopSurroundings } from './shop-surroundings';

/** What WeChat Pay is answered: 204 takes the notice off its schedule, anything else brings it again. */
export interface NoticeAnswer {
  readonly status: 204 | 401 | 404 | 422 | 500;
  readonly body: { readonly code: 'FAIL'; readonly message: string } | null;
}

const TAKEN: NoticeAnswer = { status: 204, body: null };

function fail(status: Exclude<NoticeAnswer['status'], 204>, message: string): NoticeAnswer {
  return { status, body: { code: 'FAIL', message } };
}

/** The raw bytes of a notice and its headers, as they came. */
export interface ArrivedNotice {
  readonly merchantId: string;
  readonly raw: Buffer;
  readonly headers: NoticeHeaders;
}

/** WeChat Pay says that an order was paid. Safe to repeat, in any order, at any time; forged ones change nothing. */
export async function takePayNotice(
  shop: ShopSurroundings,
  arrived: ArrivedNotice,
  now: Instant,
): Promise<NoticeAnswer> {
  const opened = await openNotice(shop, arrived, now);
  if ('status' in opened) return opened;
  const { notice, wechat } = opened;
  const facts = tradeFacts(notice.resource);
  if (!facts) return fail(422, 'no out_trade_no');
  const { merchantId } = arrived;
  const { outTradeNo } = facts;
  if (notice.eventType !== 'TRANSACTION.SUCCESS' || facts.state !== 'SUCCESS') {
    // An event that is not known yet may mean anything, so the query is asked at once.
    await shop.db.write((tx) =>
      notePaymentProblem(tx, { merchantId, outTradeNo }, `event ${notice.eventType}`, { dueAt: now }),
    );
    return TAKEN;
  }
  const pay = wechat.pay as NonNullable<MerchantWechat['pay']>;
  const { region } = await shop.merchantOf(merchantId);
  const marked = await shop.db.write((tx) => takePayment(tx, wordOf(merchantId, facts, now), pay, region, now));
  if (marked.kind === 'paid' || marked.kind === 'repeated') return TAKEN;
  shop.alarm('pay notice does not fit', {
    merchantId,
    outTradeNo,
    why: marked.kind === 'mismatch' ? marked.fields : marked.kind,
  });
  if (marked.kind === 'unknown-number') return fail(404, 'unknown out_trade_no');
  const payment = await paymentOf(shop.db.read, merchantId, outTradeNo);
  if (payment)
    await shop.db.write((tx) => notePaymentProblem(tx, payment, `notice: ${marked.fields.join(', ')}`, { dueAt: now }));
  return fail(422, `does not fit the order: ${marked.fields.join(', ')}`);
}

/** WeChat Pay says how a refund ended. */
export async function takeRefundNotice(
  shop: ShopSurroundings,
  arrived: ArrivedNotice,
  now: Instant,
): Promise<NoticeAnswer> {
  const opened = await openNotice(shop, arrived, now);
  if ('status' in opened) return opened;
  const facts = refundFacts(opened.notice.resource);
  if (!facts) return fail(422, 'no out_refund_no');
  const { merchantId } = arrived;
  const refund = await refundOf(shop.db.read, merchantId, facts.outRefundNo);
  const isOurs =
    refund !== undefined &&
    refund.orderNumber === facts.outTradeNo &&
    (facts.mchid === null || facts.mchid === opened.wechat.pay?.mchid);
  if (!isOurs) {
    shop.alarm('refund notice does not fit', { merchantId, outRefundNo: facts.outRefundNo });
    return refund ? fail(422, 'does not fit the refund') : fail(404, 'unknown out_refund_no');
  }
  if (!opened.notice.eventType.startsWith('REFUND.')) {
    if (refund.dueAt !== null) await shop.db.write((tx) => noteRefund(tx, refund, { dueAt: now }));
    return TAKEN;
  }
  const settled = await takeRefund(shop, merchantId, facts, now);
  return settled.kind === 'mismatch' ? fail(422, 'does not fit the refund') : TAKEN;
}

async function openNotice(
  shop: ShopSurroundings,
  { merchantId, raw, headers }: ArrivedNotice,
  now: Instant,
): Promise<{ notice: PayNotice; wechat: MerchantWechat } | NoticeAnswer> {
  const wechat = await shop.wechat.of(merchantId);
  if (!wechat?.account.pay) return fail(404, 'no such merchant');
  const notice = openPayNotice(raw, headers, wechat.account.pay, now);
  if (!isRefusal(notice)) return { notice, wechat };
  // A probe is WeChat's own test that forged signatures are refused.
  if (notice.refused !== 'notice-probe')
    shop.alarm('notice refused', { merchantId, why: notice.refused, ...notice.facts });
  return notice.refused === 'notice-key-unknown' ? fail(500, 'unknown Wechatpay-Serial') : fail(401, notice.refused);
}
