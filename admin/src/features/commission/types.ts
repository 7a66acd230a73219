import type { Tone } from '../../kit/panel/status-tag';
import type { AnswerOf } from '../../lib/call';

export type CommissionRow = AnswerOf<'commission.list'>['data'][number];
export type CommissionDetail = AnswerOf<'commission.read'>;
export type CommissionTotals = AnswerOf<'commission.totals'>;
export type CommissionStatus = CommissionRow['status'];
export type TraceLine = CommissionDetail['trace']['lines'][number];
export type Candidate = TraceLine['candidates'][number];

export const statusTones = {
  pending: 'plain',
  in_review: 'warn',
  approved: 'ok',
  paid: 'done',
  rejected: 'risk',
  reversed: 'plain',
} satisfies Record<CommissionStatus, Tone>;
