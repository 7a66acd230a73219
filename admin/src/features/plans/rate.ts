import { formatMoney, isRefusal, money, parseMoney, parsePercent, percentOf } from '@fenrun/kernel';
import { moneyString } from '../../kit/money/money-format';
import type { AnswerOf } from '../../lib/call';
import type { plansWords } from './words';

export type Programme = AnswerOf<'plans.programmes'>['data'][number];
export type Rate = NonNullable<Programme['rate']>;

/** 8%, or ¥5.00 an order. */
export function rateText(rate: Rate | null, currency: string, words: (typeof plansWords)['zh']): string {
  if (rate === null) return words.noRate;
  if ('percent' in rate) return `${rate.percent}%`;
  const amount = moneyString(rate.fixed, currency);
  return rate.per === 'order' ? words.perOrder(amount) : words.perUnit(amount);
}

/** What one piece of a price would earn, or null while the rate is not one: for the example beside the form. */
export function earnedOn(price: string, rate: Rate | null, currency: string): string | null {
  if (rate === null) return null;
  if ('percent' in rate) {
    const percent = parsePercent(rate.percent);
    return isRefusal(percent) ? null : formatMoney(percentOf(money(price, currency), percent), currency);
  }
  const fixed = parseMoney(rate.fixed, currency);
  return isRefusal(fixed) ? null : formatMoney(fixed, currency);
}
