import { DAY_MS, type Instant } from '@fenrun/kernel';
import type { HoldPolicy } from '../model/index';

/** The settings at the sale's paid time that say when its commissions mature. */
export interface MaturityPolicy {
  readonly hold: HoldPolicy;
  readonly autoCompleteDays: number;
}

/** When the order completes by itself if nobody confirms it. */
export function autoCompletesAt(paidAt: Instant, autoCompleteDays: number): Instant {
  return paidAt + autoCompleteDays * DAY_MS;
}

/**
 * When an order counts as completed: on receipt (not before payment), at the latest by itself. `receivedAt` null means that nobody
 * has confirmed yet; a receipt after the automatic one changes nothing. Source: domain.md, section 5, "Precisely".
 */
export function completesAt(paidAt: Instant, receivedAt: Instant | null, autoCompleteDays: number): Instant {
  const automatic = autoCompletesAt(paidAt, autoCompleteDays);
  return receivedAt === null ? automatic : Math.min(Math.max(receivedAt, paidAt), automatic);
}

/** When the commissions of an order mature, as far as is known now. Days are 24 hours. */
export function maturesAt(
  paidAt: Instant,
  receivedAt: Instant | null,
  { hold, autoCompleteDays }: MaturityPolicy,
): Instant {
  const start = hold.from === 'paid' ? paidAt : completesAt(paidAt, receivedAt, autoCompleteDays);
  return start + hold.days * DAY_MS;
}
