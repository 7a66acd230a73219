import type { Language } from '../../kit/i18n/language';
import { moneyString } from '../../kit/money/money-format';
import { windowDays, windowText } from '../../kit/time/window-days';
import type { AnswerOf } from '../../lib/call';
import type { CouponsWords } from './words';

export type Coupon = AnswerOf<'coupons.list'>['data'][number];

export const couponTones = {
  running: 'plain',
  coming: 'accent',
  over: 'done',
  used_up: 'warn',
  off: 'done',
} as const satisfies Record<Coupon['state'], string>;

/** 减 12%, 减 ¥20.00, or that it takes nothing off. */
export function discountText(discount: Coupon['discount'], currency: string, words: CouponsWords): string {
  if (discount === null) return words.noDiscount;
  return 'percent' in discount
    ? words.percentOff(discount.percent)
    : words.amountOff(moneyString(discount.amount, currency));
}

export function validText(
  coupon: Pick<Coupon, 'from' | 'to'>,
  timezone: string,
  language: Language,
  today: string,
  words: CouponsWords,
): string {
  return windowText(windowDays(coupon, timezone), language, today.slice(0, 4), words.always);
}
