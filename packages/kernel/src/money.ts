import { type Refusal, refuse } from './refusal';

/**
 * An amount as an integer count of the currency's minor unit (CNY: fen). Always a safe integer; never a fraction.
 * Made by the functions of this file only, so that a raw number is not taken for money by accident.
 */
export type Money = number & { readonly __money: 'minor units' };

export const ZERO = 0 as Money;

/** Digits after the decimal point per ISO 4217 currency; every other currency has 2. Source: ISO 4217, table A.1. */
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
};

/** The number of digits that the currency has after the point. */
export function currencyDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
}

/** Takes an integer for money, or throws: a fraction or an unsafe integer here is a broken invariant. */
export function minor(value: number): Money {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer of minor units: ${value}`);
  return (value === 0 ? 0 : value) as Money;
}

/** Reads money that a database returned as number or string (MySQL gives BIGINT as a string). */
export function minorFromStore(value: number | string | bigint): Money {
  return minor(Number(value));
}

const DECIMAL = /^(-)?(0|[1-9][0-9]{0,14})(?:\.([0-9]{1,8}))?$/;

/**
 * Parses a decimal string in major units (`"12.34"`).
 * Refuses floats written otherwise (`1e3`, ` 1`, `+1`, `.5`), more digits than the currency has, and what no safe integer holds.
 */
export function parseMoney(text: string, currency: string): Money | Refusal<'invalid-amount'> {
  const match = DECIMAL.exec(text);
  const digits = currencyDigits(currency);
  if (!match) return refuse('invalid-amount');
  const fraction = match[3] ?? '';
  if (fraction.length > digits) return refuse('invalid-amount');
  const value = Number((match[2] as string) + fraction.padEnd(digits, '0'));
  if (!Number.isSafeInteger(value)) return refuse('invalid-amount');
  return minor(match[1] ? -value : value);
}

/** Parses like `parseMoney` and throws on a refusal: for constants and data that was checked before. */
export function money(text: string, currency: string): Money {
  const parsed = parseMoney(text, currency);
  if (typeof parsed !== 'number') throw new RangeError(`not an amount of ${currency}: ${text}`);
  return parsed;
}

/** Writes money as a decimal string in major units with exactly the currency's digits (`"12.30"`, JPY `"12"`). */
export function formatMoney(amount: Money, currency: string): string {
  const digits = currencyDigits(currency);
  const sign = amount < 0 ? '-' : '';
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function add(a: Money, b: Money): Money {
  return minor(a + b);
}

export function subtract(a: Money, b: Money): Money {
  return minor(a - b);
}

export function negate(a: Money): Money {
  return minor(-a);
}

export function sum(amounts: Iterable<Money>): Money {
  let total = 0;
  for (const amount of amounts) total += amount;
  return minor(total);
}

export function times(amount: Money, count: number): Money {
  return minor(amount * count);
}

export function smaller(a: Money, b: Money): Money {
  return a < b ? a : b;
}

export function larger(a: Money, b: Money): Money {
  return a > b ? a : b;
}

/**
 * `amount × numerator ÷ denominator`, rounded half up (away from zero for negative results), exact at any size.
 * The denominator is positive. This is the only rounding of money in the product.
 */
export function ratioHalfUp(amount: Money, numerator: number, denominator: number): Money {
  if (denominator <= 0) throw new RangeError('a ratio needs a positive denominator');
  const product = amount * numerator;
  if (Number.isSafeInteger(product) && Math.abs(product) <= Number.MAX_SAFE_INTEGER / 2 - denominator) {
    const size = Math.floor((Math.abs(product) * 2 + denominator) / (denominator * 2));
    if (denominator <= Number.MAX_SAFE_INTEGER / 2) return minor(product < 0 ? -size : size);
  }
  const wide = BigInt(amount) * BigInt(numerator);
  const abs = wide < 0n ? -wide : wide;
  const size = (abs * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n);
  return minor(Number(wide < 0n ? -size : size));
}

/** `amount × numerator ÷ denominator`, rounded down; for caps. The amount is not negative. */
export function ratioDown(amount: Money, numerator: number, denominator: number): Money {
  if (amount < 0 || denominator <= 0) throw new RangeError('a cap is computed from amounts that are not negative');
  const product = amount * numerator;
  if (Number.isSafeInteger(product)) return minor(Math.floor(product / denominator));
  return minor(Number((BigInt(amount) * BigInt(numerator)) / BigInt(denominator)));
}

/**
 * Splits an amount over parts in proportion to their weights by largest remainder; ties go to the earlier part. The
 * parts add up to the amount exactly. If every weight is 0 the first part takes all. Weights are not negative.
 * Source: domain.md, section 2.
 */
export function splitByWeight(amount: Money, weights: readonly number[]): Money[] {
  if (weights.length === 0) throw new RangeError('nothing to split over');
  const total = weights.reduce((all, weight) => all + weight, 0);
  if (total === 0) return weights.map((_, index) => (index === 0 ? amount : ZERO));
  if (weights.length === 1 || amount === 0) return weights.map((_, index) => (index === 0 ? amount : ZERO));
  return Number.isSafeInteger(amount * total) ? splitNarrow(amount, weights, total) : splitWide(amount, weights);
}

function splitNarrow(amount: Money, weights: readonly number[], total: number): Money[] {
  const size = Math.abs(amount);
  const shares = weights.map((weight) => Math.floor((size * weight) / total));
  const remainders = weights.map((weight, index) => size * weight - (shares[index] as number) * total);
  return handOut(amount, shares, remainders);
}

function splitWide(amount: Money, weights: readonly number[]): Money[] {
  const size = BigInt(Math.abs(amount));
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  const shares = weights.map((weight) => Number((size * BigInt(weight)) / total));
  const remainders = weights.map((weight) => (size * BigInt(weight)) % total);
  return handOut(amount, shares, remainders);
}

function handOut(amount: Money, shares: number[], remainders: readonly (number | bigint)[]): Money[] {
  let left = Math.abs(amount) - shares.reduce((all, share) => all + share, 0);
  if (left > 0) {
    const order = remainders.map((_, index) => index);
    order.sort((a, b) => compareDown(remainders[a] as number, remainders[b] as number) || a - b);
    for (const index of order) {
      if (left === 0) break;
      shares[index] = (shares[index] as number) + 1;
      left -= 1;
    }
  }
  return shares.map((share) => minor(amount < 0 ? -share : share));
}

function compareDown(a: number | bigint, b: number | bigint): number {
  return a > b ? -1 : a < b ? 1 : 0;
}
