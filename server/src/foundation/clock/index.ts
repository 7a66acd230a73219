import type { Instant } from '@fenrun/kernel';

/** Business time. Sessions, rate limits, leases and timeouts follow real time (`Date.now()`) instead. */
export interface Clock {
  now(): Instant;
}

/** Real time plus an offset that only grows; the demo and the tests move it. It stands still while a machine sets its own clock back. */
export class SettableClock implements Clock {
  private offsetMs = 0;
  private latest = Number.NEGATIVE_INFINITY;

  constructor(private readonly real: () => Instant = Date.now) {}

  now(): Instant {
    this.latest = Math.max(this.latest, this.real() + this.offsetMs);
    return this.latest;
  }

  get offset(): number {
    return this.offsetMs;
  }

  /** Sets the offset in milliseconds; a smaller one than before is a broken invariant, because time never goes back. */
  setOffset(offsetMs: number): void {
    if (offsetMs < this.offsetMs) throw new RangeError('business time never goes back');
    this.offsetMs = offsetMs;
  }
}

/** A clock that stands still until it is moved; for scenarios and tests. */
export class StandingClock implements Clock {
  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }

  moveTo(instant: Instant): void {
    if (instant < this.instant) throw new RangeError('business time never goes back');
    this.instant = instant;
  }
}
