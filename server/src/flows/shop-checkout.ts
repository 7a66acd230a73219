import { type Instant, isRefusal, type Money, type Refusal } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import { type CheckOut, type CheckOutRefusal, checkOut, markPaid, type PlacedOrder } from '../modules/storefront';
import { tellSale } from './shop-sale';
import type { ShopMerchant } from './shop-surroundings';

export type PlaceOrder = Omit<CheckOut, 'timezone' | 'currency' | 'discountOf' | 'merchantId'>;

/** What the coupons that a buyer gives take off these goods; null where they cannot be used. */
export type CouponDiscount = (
  tx: Tx,
  merchantId: string,
  codes: readonly string[],
  now: Instant,
) => Promise<((goods: Money) => Money) | Refusal<'coupon-not-valid'>>;

/** Places an order. One that costs nothing is paid by being placed, because WeChat Pay takes at least one fen. */
export async function placeOrder(
  tx: Tx,
  merchant: ShopMerchant,
  input: PlaceOrder,
  couponDiscount: CouponDiscount,
  now: Instant,
): Promise<PlacedOrder | CheckOutRefusal | Refusal<'coupon-not-valid'>> {
  const discountOf = await couponDiscount(tx, merchant.id, input.coupons, now);
  if (isRefusal(discountOf)) return discountOf;
  const { id: merchantId, timezone, currency } = merchant;
  const placed = await checkOut(tx, { ...input, merchantId, timezone, currency, discountOf }, now);
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
