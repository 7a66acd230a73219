import { type Money, ZERO } from '@fenrun/kernel';
import { spread } from './price-lines';
import type { Winner } from './reasoning';

/** The winner of every line of a manual sale that carries its own commission. */
export const MANUAL: Winner = { ref: 'manual', layer: 'manual', rate: null };

/** Splits an explicit commission over all lines by base. */
export function manualAmounts(amount: Money, bases: readonly Money[]): Money[] {
  const amounts: Money[] = bases.map(() => ZERO);
  spread(
    amount,
    bases.map((_, index) => index),
    bases,
    amounts,
  );
  return amounts;
}
