import { type Money, minor, percentOf, type Rate, smaller, splitByWeight, times, ZERO } from '@fenrun/kernel';
import type { SaleLine } from '../model/index';

/** What prices a line; lines with the identical one share its fixed amount per order. */
export interface Pricing {
  readonly rate: Rate;
}

/**
 * What each line earns at the rate that won it, before the cap. A percent is rounded half up on each line; an amount per unit
 * is capped at the line's base; an amount per order is paid once for all lines that its rule won, split by base, and
 * capped at their base. Lines that nothing won earn 0. Source: domain.md, section 3.
 */
export function priceLines(
  winners: readonly (Pricing | null)[],
  bases: readonly Money[],
  lines: readonly SaleLine[],
): Money[] {
  const amounts: Money[] = new Array(winners.length).fill(ZERO);
  for (let index = 0; index < winners.length; index += 1) {
    const winner = winners[index];
    if (!winner) continue;
    const { rate } = winner;
    const base = bases[index] as Money;
    if (rate.kind === 'percent') amounts[index] = percentOf(base, rate.percent);
    else if (rate.per === 'unit')
      amounts[index] = smaller(times(rate.amount, (lines[index] as SaleLine).quantity), base);
    else if (winners.indexOf(winner) === index) spreadOverWon(winner, rate.amount, winners, bases, amounts);
  }
  return amounts;
}

function spreadOverWon(
  winner: Pricing,
  amount: Money,
  winners: readonly (Pricing | null)[],
  bases: readonly Money[],
  amounts: Money[],
): void {
  const won: number[] = [];
  let worth = 0;
  winners.forEach((other, index) => {
    if (other !== winner) return;
    won.push(index);
    worth += bases[index] as Money;
  });
  spread(smaller(amount, minor(worth)), won, bases, amounts);
}

/** Splits an amount over the given lines by base and writes the shares into `amounts`. */
export function spread(amount: Money, onto: readonly number[], bases: readonly Money[], amounts: Money[]): void {
  const shares = splitByWeight(
    amount,
    onto.map((index) => bases[index] as Money),
  );
  onto.forEach((index, place) => {
    amounts[index] = shares[place] as Money;
  });
}

/** A rate of 0 is a match that excludes. */
export function isZeroRate(rate: Rate): boolean {
  return rate.kind === 'percent' ? rate.percent === 0 : rate.amount === 0;
}
