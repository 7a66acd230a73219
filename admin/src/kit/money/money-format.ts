import { currencyDigits } from '@fenrun/kernel';
import type { Language } from '../i18n/language';

/** An amount as the API's border gives it: a decimal string in major units, and its currency. */
export interface MoneyParts {
  readonly isNegative: boolean;
  readonly sign: string;
  readonly symbol: string;
  readonly digits: string;
}

const symbolOf = new Map<string, string>();

export function currencySymbol(currency: string): string {
  const known = symbolOf.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const found = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
  symbolOf.set(currency, found);
  return found;
}

/** Splits a decimal string for display. It never becomes a float: grouping and padding are done on the text. */
export function moneyParts(amount: string, currency: string, options: { signed?: boolean } = {}): MoneyParts {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) return { isNegative: false, sign: '', symbol: '', digits: amount };
  const whole = match[2] ?? '0';
  const fraction = match[3] ?? '';
  const places = currencyDigits(currency);
  const isZero = /^0*$/.test(whole + fraction);
  const isNegative = match[1] === '-' && !isZero;
  const groupedWhole = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = places === 0 ? groupedWhole : `${groupedWhole}.${fraction.padEnd(places, '0')}`;
  const sign = isNegative ? '\u2212' : options.signed && !isZero ? '+' : '';
  return { isNegative, sign, symbol: currencySymbol(currency), digits };
}

/** The same as one string, for titles, buttons and labels. */
export function moneyString(amount: string, currency: string, options: { signed?: boolean } = {}): string {
  const { sign, symbol, digits } = moneyParts(amount, currency, options);
  return `${sign}${symbol}${digits}`;
}

/** A figure of a chart as money with the currency's digits: charts reckon in floats, amounts never come from them. */
export function chartMoney(value: number, currency: string, options: { signed?: boolean } = {}): string {
  return moneyString(value.toFixed(currencyDigits(currency)), currency, options);
}

/** A rounded figure for summaries and axes only ("¥346.8 万", "¥3.47m"); rows always show the exact amount. */
export function moneyCompact(amount: string, currency: string, language: Language): string {
  const value = Number(amount);
  return `${value < 0 ? '\u2212' : ''}${currencySymbol(currency)}${compactNumber(Math.abs(value), language)}`;
}

/** `reference` decides the unit, so that all labels of an axis share the one of its top. */
export function compactNumber(value: number, language: Language, reference = value): string {
  const [unit, divisor] = compactUnit(reference, language);
  const scaled = value / divisor;
  const text = divisor === 1 ? String(Math.round(scaled)) : String(Number(scaled.toFixed(scaled < 10 ? 2 : 1)));
  return unit === '' ? text.replace(/\B(?=(\d{3})+$)/g, ',') : `${text}${language === 'zh' ? ' ' : ''}${unit}`;
}

function compactUnit(value: number, language: Language): readonly [string, number] {
  if (language === 'zh') {
    if (value >= 1e8) return ['亿', 1e8];
    return value >= 1e4 ? ['万', 1e4] : ['', 1];
  }
  if (value >= 1e6) return ['m', 1e6];
  return value >= 1e4 ? ['k', 1e3] : ['', 1];
}

/** The width in pixels that an amount of a row takes with its column's padding: totals must fit whole, whatever they sum. */
export function moneyColumnWidth(amount: string | undefined, currency: string, least: number): number {
  return amount === undefined ? least : Math.max(least, Math.ceil(moneyString(amount, currency).length * 8.9) + 26);
}
