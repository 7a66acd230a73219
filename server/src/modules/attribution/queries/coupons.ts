import { foldCoupon } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { find, findOne, marks, type Reader, type SqlValue } from '../../../foundation/db';
import { type CouponRow, couponTable } from '../store/coupon.row';

export type CouponState = 'running' | 'coming' | 'over' | 'used_up' | 'off';

/** How a coupon stands: the first of these that fits keeps it from being used. */
export function couponState(coupon: CouponRow, now: Instant): CouponState {
  if (!coupon.isActive) return 'off';
  if (coupon.toAt !== null && coupon.toAt <= now) return 'over';
  if (coupon.useLimit !== null && coupon.uses >= coupon.useLimit) return 'used_up';
  return coupon.fromAt !== null && coupon.fromAt > now ? 'coming' : 'running';
}

/** The same in SQL; takes the instant twice. */
const STATE = `CASE WHEN is_active = 0 THEN 'off' WHEN to_at IS NOT NULL AND to_at <= ? THEN 'over'
  WHEN use_limit IS NOT NULL AND uses >= use_limit THEN 'used_up' WHEN from_at IS NOT NULL AND from_at > ? THEN 'coming'
  ELSE 'running' END`;

/** A coupon by its code, whose letter case does not matter. */
export function couponByCode(db: Reader, merchantId: string, code: string): Promise<CouponRow | undefined> {
  return findOne(db, couponTable, 'merchant_id = ? AND folded_code = ?', [merchantId, foldCoupon(code)]);
}

export interface CouponFilter {
  readonly states?: readonly CouponState[] | undefined;
  readonly ownerId?: string | undefined;
  /** A part of the code, or the coupons of these owners. */
  readonly words?: { readonly code: string; readonly ownerIds: readonly string[] } | undefined;
}

/** After which coupon a page goes on. */
export interface CouponPlace {
  readonly createdAt: Instant;
  readonly foldedCode: string;
}

/** A page of coupons, newest first. */
export function listCoupons(
  db: Reader,
  merchantId: string,
  { states, ownerId, words }: CouponFilter,
  after: CouponPlace | null,
  limit: number,
  now: Instant,
): Promise<CouponRow[]> {
  const parts = ['merchant_id = ?'];
  const params: SqlValue[] = [merchantId];
  const also = (part: string, ...values: SqlValue[]) => {
    parts.push(part);
    params.push(...values);
  };
  if (states) also(`${STATE} IN (${marks(states.length)})`, now, now, ...states);
  if (ownerId !== undefined) also('owner_id = ?', ownerId);
  if (words) {
    const owners = words.ownerIds.length > 0 ? ` OR owner_id IN (${marks(words.ownerIds.length)})` : '';
    also(`(INSTR(folded_code, ?) > 0${owners})`, foldCoupon(words.code), ...words.ownerIds);
  }
  if (after)
    also(
      '(created_at < ? OR (created_at = ? AND folded_code > ?))',
      after.createdAt,
      after.createdAt,
      after.foldedCode,
    );
  return find(
    db,
    couponTable,
    parts.join(' AND '),
    params,
    `ORDER BY created_at DESC, folded_code LIMIT ${Number(limit)}`,
  );
}
