/** Whole minor units of a currency with two digits; the story needs no more of money than this. */
export type Minor = number;

export function minor(amount: string): Minor {
  if (!/^\d+\.\d{2}$/.test(amount)) throw new Error(`Not an amount with two digits: ${amount}`);
  return Number(amount.replace('.', ''));
}

export function decimal(amount: Minor): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new Error(`Not an amount: ${amount}`);
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}

/** Splits an amount over weights by largest remainder, ties to the earlier (domain, section 2). */
export function split(amount: Minor, weights: readonly number[]): Minor[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map((_, index) => (index === 0 ? amount : 0));
  const parts = weights.map((weight) => Math.floor((amount * weight) / total));
  const missing = amount - parts.reduce((sum, part) => sum + part, 0);
  const byRest = weights
    .map((weight, index) => ({ index, rest: (amount * weight) % total }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRest.slice(0, missing)) parts[index]! += 1;
  return parts;
}

/** What `quantity` of `of` pieces take of a base, half up. */
export const shareOfBase = (base: Minor, quantity: number, of: number): Minor =>
  Math.floor((2 * base * quantity + of) / (2 * of));
