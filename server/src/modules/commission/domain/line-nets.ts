import { type Money, minor, ratioHalfUp, ZERO } from '@fenrun/kernel';

/** What is left of each line of a commission after refunds: its amount at sale × what is left of the line's base ÷ that base. Source: domain.md, section 5. */
export function lineNets(
  amounts: readonly number[],
  basesAtSale: readonly number[],
  basesLeft: readonly number[],
): Money[] {
  return amounts.map((amount, index) => {
    const base = basesAtSale[index] ?? 0;
    return base > 0 ? ratioHalfUp(minor(amount), basesLeft[index] ?? 0, base) : ZERO;
  });
}
