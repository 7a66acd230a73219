import { currencyDigits, formatMoney, formatPercent, type Money, type Rate } from '@fenrun/kernel';

export type Language = 'zh' | 'en';

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

/** An amount as people read it: `¥1,234.50`, `−¥46.30`. */
export function moneyText(amount: Money, currency: string): string {
  const [whole = '0', fraction] = formatMoney(amount, currency).replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = currencyDigits(currency) > 0 ? `.${fraction}` : '';
  return `${amount < 0 ? '−' : ''}${SIGNS[currency] ?? `${currency} `}${grouped}${digits}`;
}

/** The same without decimals where they are all zero: thresholds and ranges (`¥10,000`). */
export function roundMoneyText(amount: Money, currency: string): string {
  return moneyText(amount, currency).replace(/\.0+$/, '');
}

/** A rate as people read it: `12.5%`, `¥20.00 / 件`. */
export function rateText(rate: Rate, currency: string, lang: Language): string {
  if (rate.kind === 'percent') return `${formatPercent(rate.percent)}%`;
  const unit = rate.per === 'order' ? { zh: '单', en: 'order' } : { zh: '件', en: 'piece' };
  return `${moneyText(rate.amount, currency)} / ${unit[lang]}`;
}
