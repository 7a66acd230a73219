import type { Out } from '@fenrun/contracts';
import type { StepState } from '@/kit/life-line';

export type OwnCommission = Out<'commission.memberList'>['data'][number];
export type OwnCommissionDetail = Out<'commission.memberRead'>;
export type Balance = Out<'member.balance'>;

/** The filters of the list, as the five chips say them. */
export type CommissionFilter = 'all' | 'pending' | 'in_review' | 'approved' | 'paid';

const STEPS = 4;

/** The small life line of a row; none for what has ended without money. */
export function segmentsOf({
  stepsDone,
  status,
  deduction,
}: Pick<OwnCommission, 'stepsDone' | 'status' | 'deduction'>): StepState[] | null {
  if (stepsDone === 0 || deduction !== null) return null;
  return Array.from({ length: STEPS }, (_, index) =>
    index < stepsDone ? 'done' : index === stepsDone && status === 'in_review' ? 'current' : 'open',
  );
}

/** What the row's amount is: a refund after payment stands as an entry of its own. */
export function amountOf({ net, deduction }: Pick<OwnCommission, 'net' | 'deduction'>): string {
  return deduction ?? net;
}

/** The states of the contract's steps in those of the life line. */
export const STEP_STATES: Record<'done' | 'now' | 'next', StepState> = { done: 'done', now: 'current', next: 'open' };
