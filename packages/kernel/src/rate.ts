import { type Money, ratioDown, ratioHalfUp } from './money';
import { type Refusal, refuse } from './refusal';

/** A decimal percent of up to 4 places, as an integer count of 1/10,000 percent: `"12.5"` is 125,000. */
export type Percent = number & { readonly __percent: 'ten-thousandths of a percent' };

/** 100 % in the unit of `Percent`. */
export const WHOLE = 1_000_000 as Percent;

const PERCENT = /^(0|[1-9][0-9]{0,5})(?:\.([0-9]{1,4}))?$/;

/** Parses a decimal percent (`"12.5"`). Refuses signs, exponents and a fifth decimal place. */
export function parsePercent(text: string): Percent | Refusal<'invalid-percent'> {
  const match = PERCENT.exec(text);
  if (!match) return refuse('invalid-percent');
  return Number((match[1] as string) + (match[2] ?? '').padEnd(4, '0')) as Percent;
}

/** Parses like `parsePercent` and throws on a refusal. */
export function percent(text: string): Percent {
  const parsed = parsePercent(text);
  if (typeof parsed !== 'number') throw new RangeError(`not a percent: ${text}`);
  return parsed;
}

/** Writes a percent without trailing zeros (`"12.5"`, `"4"`). */
export function formatPercent(rate: Percent): string {
  const text = String(rate).padStart(5, '0');
  const fraction = text.slice(-4).replace(/0+$/, '');
  return fraction ? `${text.slice(0, -4)}.${fraction}` : text.slice(0, -4);
}

/** The percent of an amount, rounded half up. */
export function percentOf(amount: Money, rate: Percent): Money {
  return ratioHalfUp(amount, rate, WHOLE);
}

/** The percent of an amount, rounded down; for caps. */
export function percentOfDown(amount: Money, rate: Percent): Money {
  return ratioDown(amount, rate, WHOLE);
}

/** What a rule pays: a percent of the base, or a fixed amount per order or per unit. */
export type Rate =
  | { readonly kind: 'percent'; readonly percent: Percent }
  | { readonly kind: 'fixed'; readonly amount: Money; readonly per: 'order' | 'unit' };
