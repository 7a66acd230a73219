/** Failures allowed within the span, for one address at one caller, for one address, and for one caller. */
const LIMITS = { pair: 5, email: 20, ip: 40 } as const;
const SPAN_MS = 15 * 60_000;

/** Subjects remembered at most; beyond, the oldest are forgotten. */
const REMEMBERED_AT_MOST = 50_000;

interface Failures {
  count: number;
  until: number;
}

/** Counts failed attempts at signing in, by real time, in this process. */
export class SignInLimits {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly realNow: () => number = Date.now) {}

  /** Seconds to wait before the next attempt; 0 when it may be made now. */
  waitSeconds(email: string, ip: string): number {
    const now = this.realNow();
    let wait = 0;
    for (const [kind, subject] of subjects(email, ip)) {
      const known = this.failures.get(subject);
      if (known && known.until > now && known.count >= LIMITS[kind]) wait = Math.max(wait, known.until - now);
    }
    return Math.ceil(wait / 1000);
  }

  /** Counts an attempt before its password is looked at, so that many at once do not slip through. */
  attempt(email: string, ip: string): void {
    const now = this.realNow();
    for (const [, subject] of subjects(email, ip)) {
      const known = this.failures.get(subject);
      if (known && known.until > now) known.count += 1;
      else this.failures.set(subject, { count: 1, until: now + SPAN_MS });
    }
    for (const oldest of this.failures.keys()) {
      if (this.failures.size <= REMEMBERED_AT_MOST) break;
      this.failures.delete(oldest);
    }
  }

  /** A right password clears the person's own count and takes the attempt back from the caller's. */
  succeeded(email: string, ip: string): void {
    for (const [kind, subject] of subjects(email, ip)) {
      const known = this.failures.get(subject);
      if (kind === 'ip' && known) known.count -= 1;
      else this.failures.delete(subject);
    }
  }
}

function subjects(email: string, ip: string): [keyof typeof LIMITS, string][] {
  return [
    ['pair', `pair ${email} ${ip}`],
    ['email', `email ${email}`],
    ['ip', `ip ${ip}`],
  ];
}
