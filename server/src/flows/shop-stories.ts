import type { Out } from '@fenrun/contracts';
import { inForce } from '@fenrun/engine';
import { DAY_MS, type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { findAmong } from '../foundation/db';
import type { Call } from '../foundation/http';
import { memberById, merchantBySlug } from '../modules/identity';
import { currentBook } from '../modules/plans';
import { saleTable } from '../modules/sales';
import type { NewOrder, ShopStories } from '../modules/storefront';
import type { NoticeHeaders } from '../modules/wechat';
import { cancelOrder, checkPayment, openPayment } from './pay';
import { recommendedBy } from './recommended-by';
import { receiveShopOrder, shipShopOrder } from './ship';
import { placeOrder } from './shop-checkout';
import { couponDiscount } from './shop-coupons';
import { productRates, shopEarnings, whenPaid } from './shop-earnings';
import { type NoticeAnswer, takePayNotice, takeRefundNotice } from './shop-notice';
import { takePush } from './shop-push';
import type { ShopSurroundings } from './shop-surroundings';

/** How the console reads one order; it is told elsewhere, because it needs every room. */
export type ReadOrder = (call: Call, number: string) => Promise<Out<'sales.read'> | Refusal>;

/** The stories of the shop, bound to what is around it. */
export function shopStories(shop: ShopSurroundings, readOrder: ReadOrder): ShopStories {
  return {
    rates: productRates,
    earnings: shopEarnings,
    whenPaid,
    recommendedBy,
    couponDiscount: (db, merchantId, coupon, now) => couponDiscount(db.read, merchantId, coupon, now),
    placeOrder: (call, order) => place(call, order),
    openPayment: (call, number) =>
      openPayment(shop, { merchantId: call.merchantId, memberId: call.actor.id, number }, call.now),
    checkPayment: async (merchantId, number, now) => void (await checkPayment(shop, { merchantId, number }, now)),
    cancelOrder: async (merchantId, number, now) => {
      const looked = await cancelOrder(shop, { merchantId, number }, now);
      return isRefusal(looked) ? looked : looked === 'paid' ? refuse('already-paid') : null;
    },
    receiveOrder: async (call, number) => {
      const input = { merchantId: call.merchantId, number, memberId: call.actor.id, receivedAt: call.now };
      const received = await receiveShopOrder(shop, input, call.now, call.write);
      return isRefusal(received) ? received : null;
    },
    shipOrder: async (call, number, parcel) => {
      const shipped = await shipShopOrder(
        shop,
        { merchantId: call.merchantId, number, ...parcel },
        call.now,
        call.write,
      );
      return isRefusal(shipped) ? shipped : readOrder(call, number);
    },
    payNotice: (slug, raw, headers, now) => notice(shop, takePayNotice, slug, raw, headers, now),
    refundNotice: (slug, raw, headers, now) => notice(shop, takeRefundNotice, slug, raw, headers, now),
    push: (slug, query, raw, now) => takePush(shop, slug, query, raw, now),
    completions,
  };
}

async function place(call: Call, { items, coupon, total, address, remark }: NewOrder): Promise<string | Refusal> {
  const member = await memberById(call.db.read, call.merchantId, call.actor.id);
  if (!member) return refuse('not-found');
  const input = {
    memberId: member.id,
    openid: member.openid,
    lines: items,
    coupon,
    expectedTotal: total,
    address,
    remark,
    ip: call.ip,
  };
  return call.write(async (tx) => {
    const placed = await placeOrder(tx, call.merchant, input, call.now);
    return isRefusal(placed) ? placed : placed.order.number;
  });
}

type Take = typeof takePayNotice;

async function notice(
  shop: ShopSurroundings,
  take: Take,
  slug: string,
  raw: Buffer,
  headers: NoticeHeaders,
  now: Instant,
): Promise<NoticeAnswer> {
  const merchant = await merchantBySlug(shop.db.read, slug);
  if (!merchant) return { status: 404, body: { code: 'FAIL', message: 'no such merchant' } };
  return take(shop, { merchantId: merchant.id, raw, headers }, now);
}

const completions: ShopStories['completions'] = async (db, merchantId, numbers) => {
  const [sales, { compiled }] = await Promise.all([
    findAmong(db.read, saleTable, 'merchant_id = ?', [merchantId], 'outsideId', [...numbers]),
    currentBook(db.read, merchantId, db),
  ]);
  return new Map(
    sales.map(({ outsideId, paidAt, completedAt }) => {
      const days = inForce(compiled, paidAt).settings.settings.autoCompleteDays;
      return [outsideId, { completedAt, autoCompletesAt: completedAt === null ? paidAt + days * DAY_MS : null }];
    }),
  );
};
