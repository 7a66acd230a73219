import type { Instant } from '@fenrun/kernel';

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now(): Instant;
  /** Moves on by a number of milliseconds, which is not negative. */
  advance(ms: number): void;
  moveTo(instant: Instant): void;
}

export function standingClock(start: Instant | string): TestClock {
  let instant = typeof start === 'string' ? Date.parse(start) : start;
  const moveTo = (to: Instant) => {
    if (to < instant) throw new RangeError('time never goes back');
    instant = to;
  };
  return { now: () => instant, moveTo, advance: (ms) => moveTo(instant + ms) };
}
