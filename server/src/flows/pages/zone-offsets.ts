import { DAY_MS, formatInstant, type Instant, type Zone } from '@fenrun/kernel';

/** Minutes ahead of UTC, from an instant on. */
export interface Offset {
  readonly from: string;
  readonly minutes: number;
}

/** How far a phone may look back and ahead. */
const REACH_MS = 366 * DAY_MS;

/** The offsets of a zone for a year before and after an instant, ordered: phones have no tables of zones. */
export function zoneOffsets(zone: Zone, now: Instant): Offset[] {
  const start = now - REACH_MS;
  const offsets: Offset[] = [{ from: formatInstant(start), minutes: zone.offsetAt(start) }];
  for (let at = start; at < now + REACH_MS; at += DAY_MS) {
    const next = at + DAY_MS;
    if (zone.offsetAt(next) === zone.offsetAt(at)) continue;
    offsets.push({ from: formatInstant(changeBetween(zone, at, next)), minutes: zone.offsetAt(next) });
  }
  return offsets;
}

/** The first instant with the later offset; clocks change once a day at most. */
function changeBetween(zone: Zone, from: Instant, to: Instant): Instant {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.offsetAt(middle) === zone.offsetAt(from)) low = middle;
    else high = middle;
  }
  return high;
}
