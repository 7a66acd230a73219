import { type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import { type CheckOut, type CheckOutRefusal, checkOut, markPaid, type PlacedOrder } from '../modules/storefront';
import { couponDiscount, useCoupon } from './shop-coupons';
import { tellSale } from './shop-sale';
import type { ShopMerchant } from './shop-surroundings';

export type PlaceOrder = Omit<CheckOut, 'timezone' | 'currency' | 'discountOf' | 'merchantId' | 'coupons'> & {
  readonly coupon: string | null;
};

/** Places an order. One that costs nothing is paid by being placed, because WeChat Pay takes at least one fen. */
export async function placeOrder(
  tx: Tx,
  merchant: ShopMerchant,
  { coupon, ...input }: PlaceOrder,
  now: Instant,
): Promise<PlacedOrder | CheckOutRefusal | Refusal<'coupon-not-valid'>> {
  const { id: merchantId, timezone, currency } = merchant;
  const discountOf = await couponDiscount(tx, merchantId, coupon, now);
  if (isRefusal(discountOf)) return discountOf;
  if (coupon && !(await useCoupon(tx, merchantId, coupon))) return refuse('coupon-not-valid');
  const placed = await checkOut(
    tx,
    { ...input, coupons: coupon ? [coupon] : [], merchantId, timezone, currency, discountOf },
    now,
  );
  if (isRefusal(placed) || placed.order.total > 0) return placed;
  await tx.run("UPDATE payment SET state = 'paid', due_at = NULL WHERE merchant_id = ? AND out_trade_no = ?", [
    merchantId,
    placed.order.number,
  ]);
  const marked = await markPaid(tx, placed.payment, now, null);
  if (marked.kind !== 'paid') throw new Error('an order that costs nothing could not be paid');
  await tellSale(tx, marked.order, marked.lines, merchant.region, now);
  return { ...placed, order: marked.order };
}
