import type { Tone } from '../../kit/panel/status-tag';
import type { AnswerOf } from '../../lib/call';

export type PayoutRow = AnswerOf<'payout.list'>['data'][number];
export type PayoutDetail = AnswerOf<'payout.read'>;

export const payoutTones = {
  requested: 'warn',
  approved: 'accent',
  sending: 'accent',
  waiting_user: 'accent',
  paid: 'done',
  rejected: 'plain',
  failed: 'risk',
  cancelled: 'plain',
  expired: 'plain',
} satisfies Record<PayoutRow['status'], Tone>;
