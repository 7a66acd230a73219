import { type Money, minor, type Refusal, refuse, splitByWeight, subtract, sum, times } from '@fenrun/kernel';

export interface WantedLine {
  readonly sku: string;
  readonly quantity: number;
}

export interface Priced {
  readonly sku: string;
  readonly quantity: number;
  readonly price: Money;
}

/** The lines of one order at most, and the pieces of one line. */
export const LINES_AT_MOST = 50;
export const PIECES_AT_MOST = 999;

/** How long an order waits for its payment. WeChat's own `time_expire` is the same instant. */
export const PAYABLE_MINUTES = 30;

/** One line per SKU, in the order in which they came. */
export function mergeLines(lines: readonly WantedLine[]): WantedLine[] | Refusal<'invalid-request'> {
  const merged = new Map<string, number>();
  for (const line of lines) merged.set(line.sku, (merged.get(line.sku) ?? 0) + line.quantity);
  if (merged.size === 0) return wrongCart('required');
  const wrong = [...merged.values()].some(
    (quantity) => !Number.isSafeInteger(quantity) || quantity < 1 || quantity > PIECES_AT_MOST,
  );
  if (wrong || merged.size > LINES_AT_MOST) return wrongCart('too-many');
  return [...merged].map(([sku, quantity]) => ({ sku, quantity }));
}

function wrongCart(code: string): Refusal<'invalid-request'> {
  return refuse('invalid-request', undefined, [{ pointer: '/items', code }]);
}

/** Goods, discount and total of a cart; the discount is capped at the goods and split over the lines by their amounts. */
export function priceCart(
  lines: readonly Priced[],
  discount: Money,
): { goods: Money; discount: Money; total: Money; shares: Money[] } {
  const amounts = lines.map((line) => times(line.price, line.quantity));
  const goods = sum(amounts);
  const off = minor(Math.min(goods, Math.max(0, discount)));
  return { goods, discount: off, total: subtract(goods, off), shares: splitByWeight(off, amounts) };
}
