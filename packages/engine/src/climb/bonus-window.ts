import { DAY_MS, formatDay, type Instant, type Zone } from '@fenrun/kernel';
import type { BonusWindow, Window } from '../model/index';

const TRAILING_DAYS = 30;

/** The paid times that each window of a bonus step looks at, seen from an instant. `(t − 30 days, t]` is written half-open, in milliseconds. */
const WINDOWS: Readonly<Record<BonusWindow, (at: Instant, zone: Zone) => Window>> = {
  since_joining: () => ({ from: null, to: null }),
  trailing_30_days: (at) => ({ from: at - TRAILING_DAYS * DAY_MS + 1, to: at + 1 }),
  last_month: (at, zone) => {
    const { year, month } = zone.wallAt(at);
    const [lastYear, lastMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
    return { from: zone.startOfDay(formatDay(lastYear, lastMonth, 1)), to: zone.startOfDay(formatDay(year, month, 1)) };
  },
};

/** The paid times that count for a step's metric at the instant. Source: domain.md, section 6. */
export function bonusWindow(window: BonusWindow, at: Instant, zone: Zone): Window {
  return WINDOWS[window](at, zone);
}

/** The first instants of months after `after` (excluded) up to `upTo` (included): when `last_month` steps are looked at. */
export function monthStarts(zone: Zone, after: Instant, upTo: Instant): Instant[] {
  const starts: Instant[] = [];
  let { year, month } = zone.wallAt(after);
  for (;;) {
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    const at = zone.startOfDay(formatDay(year, month, 1));
    if (at > upTo) return starts;
    if (at > after) starts.push(at);
  }
}
