import { foldCoupon } from '@fenrun/engine';
import {
  type Instant,
  type Money,
  minor,
  type Percent,
  parsePercent,
  percentOf,
  type Refusal,
  refuse,
  ZERO,
} from '@fenrun/kernel';
import { findOne, type Reader, type Tx } from '../foundation/db';
import { type CouponDiscount, couponTable } from '../modules/attribution';
import type { ShopOrderRow } from '../modules/storefront';

export type DiscountOf = (goods: Money) => Money;

/** What a coupon takes off; refused if nobody made it, its time is not now, or it is used up. Without a coupon nothing is taken off. */
export async function couponDiscount(
  db: Reader,
  merchantId: string,
  code: string | null,
  now: Instant,
): Promise<DiscountOf | Refusal<'coupon-not-valid'>> {
  if (code === null || code === '') return () => ZERO;
  const coupon = await findOne(db, couponTable, 'merchant_id = ? AND folded_code = ?', [merchantId, foldCoupon(code)]);
  const isNow = coupon?.isActive && (coupon.fromAt ?? now) <= now && now < (coupon.toAt ?? Number.POSITIVE_INFINITY);
  if (!isNow || (coupon.useLimit !== null && coupon.uses >= coupon.useLimit))
    return refuse('coupon-not-valid', undefined, [{ pointer: '/coupon', code: 'coupon-not-valid' }]);
  return discountBy(coupon.discount);
}

function discountBy(discount: CouponDiscount | null): DiscountOf {
  if (discount === null) return () => ZERO;
  if ('amount' in discount) return (goods) => minor(Math.min(goods, discount.amount));
  const rate = parsePercent(discount.percent);
  return (goods) => percentOf(goods, rate as Percent);
}

/** Counts a use, in the transaction of the order; false if somebody else took the last one. */
export async function useCoupon(tx: Tx, merchantId: string, code: string): Promise<boolean> {
  const sql =
    'UPDATE coupon SET uses = uses + 1 WHERE merchant_id = ? AND folded_code = ? AND (use_limit IS NULL OR uses < use_limit)';
  return (await tx.run(sql, [merchantId, foldCoupon(code)])) === 1;
}

/** Gives the uses of an order's coupons back, in the transaction that closes it unpaid. */
export async function giveBackCoupons(tx: Tx, merchantId: string, codes: readonly string[]): Promise<void> {
  const sql = 'UPDATE coupon SET uses = uses - 1 WHERE merchant_id = ? AND folded_code = ? AND uses > 0';
  for (const code of codes) await tx.run(sql, [merchantId, foldCoupon(code)]);
}

/** Counts the uses of an order that was paid after it had been closed, also above the limit: the buyer has paid the lower price. */
export async function useCouponsAgain(
  tx: Tx,
  { merchantId, coupons }: Pick<ShopOrderRow, 'merchantId' | 'coupons'>,
): Promise<void> {
  const sql = 'UPDATE coupon SET uses = uses + 1 WHERE merchant_id = ? AND folded_code = ?';
  for (const code of coupons) await tx.run(sql, [merchantId, foldCoupon(code)]);
}
