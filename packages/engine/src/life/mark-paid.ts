import type { Money } from '@fenrun/kernel';

/** An approved or paid commission of one promoter. */
export interface PayableCommission {
  readonly id: string;
  readonly status: 'approved' | 'paid';
  readonly net: Money;
}

/**
 * Which approved commissions become `paid` after a successful payout: those that all ever paid out to the promoter covers together with
 * every approved or paid one before them. `commissions` stand in the order of approval, oldest first. Source: domain.md, section 5.
 */
export function newlyPaid(commissions: readonly PayableCommission[], paidOutInAll: Money): string[] {
  let needed = 0;
  const covered: string[] = [];
  for (const { id, status, net } of commissions) {
    needed += net;
    if (needed > paidOutInAll) break;
    if (status === 'approved') covered.push(id);
  }
  return covered;
}
