import type { Lang } from '@fenrun/contracts';
import { currencyDigits, formatMoney, formatPercent, type Money, type Rate } from '@fenrun/kernel';

/** Signs of currencies that stand before the amount; any other currency is named by its code. */
const SIGNS: Readonly<Record<string, string>> = {
  CNY: '¥',
  JPY: '¥',
  GBP: '£',
  EUR: '€',
  USD: '$',
  HKD: 'HK$',
  TWD: 'NT$',
};

/** An amount as people read it: `¥1,234.50`. */
export function moneyText(amount: Money, currency: string): string {
  const [whole = '0', fraction] = formatMoney(amount, currency).replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = SIGNS[currency] ?? `${currency} `;
  return `${amount < 0 ? '-' : ''}${sign}${grouped}${currencyDigits(currency) > 0 ? `.${fraction}` : ''}`;
}

/** A rate as people read it: `15%`, `¥20.00 / 件`. */
export function rateText(rate: Rate, currency: string, lang: Lang): string {
  if (rate.kind === 'percent') return `${formatPercent(rate.percent)}%`;
  const unit = rate.per === 'order' ? { zh: '单', en: 'order' } : { zh: '件', en: 'piece' };
  return `${moneyText(rate.amount, currency)} / ${unit[lang]}`;
}
