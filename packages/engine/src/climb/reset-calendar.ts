import { daysInMonth, formatDay, type Instant, type Zone } from '@fenrun/kernel';
import type { LadderReset } from '../model/index';

/**
 * The k-th reset (k ≥ 1): in the month k × N after that of `from`, on day D or the month's last, at the first instant of that day in the
 * zone. Each is counted from `from`, so that a short month does not shift those after it. Source: domain.md, section 6.
 */
export function resetInstant(reset: LadderReset, k: number, zone: Zone): Instant {
  const [year, month] = reset.from.split('-').map(Number) as [number, number];
  const months = year * 12 + (month - 1) + k * reset.everyMonths;
  const inYear = Math.floor(months / 12);
  const inMonth = (months % 12) + 1;
  return zone.startOfDay(formatDay(inYear, inMonth, Math.min(reset.day, daysInMonth(inYear, inMonth))));
}

/** At most so many resets are listed at once: a century of months. */
const MOST_RESETS = 1_200;

/** The resets after `after` (excluded) up to `upTo` (included), in order; missed ones are among them, each at its own instant. */
export function resetsBetween(
  reset: LadderReset,
  zone: Zone,
  after: Instant,
  upTo: Instant,
): { readonly k: number; readonly at: Instant }[] {
  const found: { k: number; at: Instant }[] = [];
  for (let k = firstAfter(reset, zone, after); found.length < MOST_RESETS; k += 1) {
    const at = resetInstant(reset, k, zone);
    if (at > upTo) break;
    found.push({ k, at });
  }
  return found;
}

/** The next reset after the instant. */
export function nextReset(
  reset: LadderReset,
  zone: Zone,
  after: Instant,
): { readonly k: number; readonly at: Instant } {
  const k = firstAfter(reset, zone, after);
  return { k, at: resetInstant(reset, k, zone) };
}

function firstAfter(reset: LadderReset, zone: Zone, after: Instant): number {
  const [year, month] = reset.from.split('-').map(Number) as [number, number];
  const wall = zone.wallAt(after);
  const elapsed = wall.year * 12 + wall.month - (year * 12 + month);
  let k = Math.max(1, Math.floor(elapsed / reset.everyMonths) - 1);
  while (resetInstant(reset, k, zone) <= after) k += 1;
  return k;
}
