import { type DayWindow, windowDays, windowOf } from '../../kit/time/window-days';
import type { BodyOf } from '../../lib/call';
import type { Coupon } from './discount';

/** The form of a coupon: the kind of discount apart from its figure, and days instead of instants. */
export interface CouponValues {
  code?: string;
  owner?: string | null;
  kind: 'none' | 'percent' | 'amount';
  percent?: string | null;
  amount?: string | null;
  days: DayWindow;
  useLimit?: number | null;
  active: boolean;
}

export function valuesOf(coupon: Coupon | undefined, timezone: string): CouponValues {
  if (!coupon) return { kind: 'percent', days: { from: null, to: null }, active: true };
  const { discount } = coupon;
  return {
    owner: coupon.owner ?? undefined,
    kind: discount === null ? 'none' : 'percent' in discount ? 'percent' : 'amount',
    percent: discount && 'percent' in discount ? discount.percent : undefined,
    amount: discount && 'amount' in discount ? discount.amount : undefined,
    days: windowDays(coupon, timezone),
    useLimit: coupon.useLimit,
    active: coupon.active,
  };
}

/** Where the form shows what the API refuses. */
export const couponFieldOf = (pointer: string): string =>
  pointer.replace(/^\/(from|to)$/, '/days').replace(/^\/discount\//, '/');

export function couponBody(
  values: CouponValues,
  before: Coupon | null,
  timezone: string,
): NonNullable<BodyOf<'coupons.save'>> {
  const discount =
    values.kind === 'percent'
      ? { percent: String(values.percent ?? '') }
      : values.kind === 'amount'
        ? { amount: String(values.amount ?? '') }
        : null;
  return {
    owner: values.owner || null,
    discount,
    ...windowOf(values.days, before, timezone),
    useLimit: values.useLimit ?? null,
    active: values.active,
  };
}
