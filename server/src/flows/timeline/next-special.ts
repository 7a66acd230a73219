import { inForce, monthStarts, nextReset } from '@fenrun/engine';
import { DAY_MS, FOREVER, type Instant } from '@fenrun/kernel';
import type { InForceBook } from '../../modules/plans';

/** Months are at most so long. */
const MONTH_MS = 32 * DAY_MS;

/** The first reset of the ladder or first of a month at which bonuses are looked at, after an instant, by what the book says now. */
export function nextSpecialAfter(
  { compiled, zone }: Pick<InForceBook, 'compiled' | 'zone'>,
  after: Instant,
): Instant | null {
  const { ladder, tierBonuses } = inForce(compiled, FOREVER);
  const found: Instant[] = [];
  if (ladder?.isOn && ladder.reset) found.push(nextReset(ladder.reset, zone, after).at);
  if (tierBonuses?.steps.some((step) => step.window === 'last_month')) {
    const [first] = monthStarts(zone, after, after + MONTH_MS);
    if (first !== undefined) found.push(first);
  }
  return found.length === 0 ? null : Math.min(...found);
}
