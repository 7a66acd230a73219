import { foldCoupon } from '@fenrun/engine';
import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { insert, type Tx, update } from '../../../foundation/db';
import { couponByCode } from '../queries/coupons';
import { type CouponRow, couponTable } from '../store/coupon.row';

/** What a merchant sets about a coupon. Its code and how often it was used are not among it. */
export type CouponTerms = Pick<CouponRow, 'ownerId' | 'discount' | 'fromAt' | 'toAt' | 'useLimit' | 'isActive'>;

/** Adds a coupon; a code that differs in letter case only is the same. */
export async function addCoupon(
  tx: Tx,
  merchantId: string,
  code: string,
  terms: CouponTerms,
  now: Instant,
): Promise<{ code: string } | Refusal<'coupon-exists'>> {
  if (await couponByCode(tx, merchantId, code)) return refuse('coupon-exists', { coupon: code });
  const row: CouponRow = { ...terms, merchantId, foldedCode: foldCoupon(code), code, uses: 0, createdAt: now };
  await insert(tx, couponTable, [row]);
  return { code };
}

/** Changes a coupon. Orders that used it keep what it took off and to whom they went. */
export async function saveCoupon(
  tx: Tx,
  merchantId: string,
  code: string,
  terms: CouponTerms,
): Promise<{ code: string } | Refusal<'not-found'>> {
  const known = await couponByCode(tx, merchantId, code);
  if (!known) return refuse('not-found');
  await update(tx, couponTable, terms, 'merchant_id = ? AND folded_code = ?', [merchantId, known.foldedCode]);
  return { code: known.code };
}
