import type { In } from '@fenrun/contracts';
import {
  type FieldError,
  formatPercent,
  isRefusal,
  type Percent,
  parsePercent,
  type Refusal,
  refuse,
  WHOLE,
  type Zone,
} from '@fenrun/kernel';
import type { Reader } from '../foundation/db';
import type { CouponTerms } from '../modules/attribution';
import { readAmount, readInstantOrDay, type ZonedReading } from '../modules/plans';
import { promotersByCode } from '../modules/promoters';

export type CouponForm = In<'coupons.save'>['body'];

/** Reads a coupon from the form of the API; its owner is found by his code. Refused with every field that is wrong. */
export async function readCoupon(
  db: Reader,
  { merchantId, currency, zone }: { merchantId: string; currency: string; zone: Zone },
  form: CouponForm,
): Promise<CouponTerms | Refusal<'invalid-request'>> {
  const errors: FieldError[] = [];
  const reading: ZonedReading = { currency, zone, errors };
  const ownerId = await ownerOf(db, merchantId, form.owner, errors);
  const at = (text: string | null, pointer: string) =>
    text === null ? null : readInstantOrDay(text, reading, pointer);
  const [fromAt, toAt] = [at(form.from, '/from'), at(form.to, '/to')];
  if (fromAt !== null && toAt !== null && fromAt >= toAt) errors.push({ pointer: '/to', code: 'ends-before-begin' });
  const discount = readDiscount(form.discount, reading);
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  return { ownerId, discount, fromAt, toAt, useLimit: form.useLimit, isActive: form.active };
}

/** People who were never admitted own nothing. */
const ADMITTED: ReadonlySet<string> = new Set(['active', 'suspended', 'banned']);

async function ownerOf(
  db: Reader,
  merchantId: string,
  code: string | null,
  errors: FieldError[],
): Promise<string | null> {
  if (code === null) return null;
  const [owner] = await promotersByCode(db, merchantId, [code]);
  if (owner && ADMITTED.has(owner.status)) return owner.id;
  errors.push({ pointer: '/owner', code: 'unknown-promoter' });
  return null;
}

function readDiscount(discount: CouponForm['discount'], reading: ZonedReading): CouponTerms['discount'] {
  if (discount === null) return null;
  if ('amount' in discount) return { amount: readAmount(discount.amount, reading, '/discount/amount') };
  const rate = parsePercent(discount.percent);
  if (isRefusal(rate) || rate > WHOLE) reading.errors.push({ pointer: '/discount/percent', code: 'too-large' });
  return { percent: isRefusal(rate) ? '0' : formatPercent(rate as Percent) };
}
