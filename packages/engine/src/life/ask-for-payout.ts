import { type Money, type Refusal, refuse } from '@fenrun/kernel';

/** What a promoter may take out now. */
export interface PayoutStanding {
  readonly isActive: boolean;
  /** Payable if positive, else 0. */
  readonly available: Money;
  readonly minimum: Money;
}

export type PayoutRefusal = 'invalid-amount' | 'promoter-not-active' | 'below-minimum' | 'above-available';

/** Whether a payout may be asked for: null, or why not, in the order in which scenarios/README.md checks. `amount` null is one that could not be read. */
export function askForPayout(amount: Money | null, standing: PayoutStanding): Refusal<PayoutRefusal> | null {
  if (amount === null || amount <= 0) return refuse('invalid-amount');
  if (!standing.isActive) return refuse('promoter-not-active');
  if (amount < standing.minimum) return refuse('below-minimum');
  if (amount > standing.available) return refuse('above-available');
  return null;
}
