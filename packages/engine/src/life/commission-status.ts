/** The states of a commission. Source: domain.md, section 5. */
export const COMMISSION_STATUSES = ['pending', 'in_review', 'approved', 'paid', 'rejected', 'reversed'] as const;
export type CommissionStatus = (typeof COMMISSION_STATUSES)[number];

/** Which state may follow which. `rejected` may be approved by a person only if a rule rejected; `approved` rejected only if a rule approved (`decide-by-person`). */
export const COMMISSION_MOVES = {
  pending: ['in_review', 'approved', 'rejected', 'reversed'],
  in_review: ['approved', 'rejected', 'reversed'],
  approved: ['paid', 'rejected', 'reversed'],
  paid: [],
  rejected: ['approved'],
  reversed: [],
} as const satisfies Record<CommissionStatus, readonly CommissionStatus[]>;

/** Whether a commission in that state counts in the metrics of climbing. */
export function countsInMetrics(status: CommissionStatus): boolean {
  return status === 'approved' || status === 'paid';
}

export const PAYOUT_STATUSES = [
  'requested',
  'approved',
  'sending',
  'waiting_user',
  'paid',
  'rejected',
  'failed',
  'cancelled',
  'expired',
] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

/** Which state of a payout may follow which; the four exits return the money to payable. */
export const PAYOUT_MOVES = {
  requested: ['approved', 'rejected', 'cancelled'],
  approved: ['sending', 'rejected', 'cancelled'],
  sending: ['waiting_user', 'paid', 'failed', 'expired', 'cancelled'],
  waiting_user: ['paid', 'failed', 'expired', 'cancelled'],
  paid: [],
  rejected: [],
  failed: [],
  cancelled: [],
  expired: [],
} as const satisfies Record<PayoutStatus, readonly PayoutStatus[]>;
