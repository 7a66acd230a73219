import type { Tone } from '../../kit/panel/status-tag';
import type { AnswerOf } from '../../lib/call';

export type PromoterRow = AnswerOf<'promoters.list'>['data'][number];
export type PromoterDetail = AnswerOf<'promoters.read'>;
export type PromoterStatus = PromoterRow['status'];

export const promoterTones = {
  applicant: 'warn',
  active: 'plain',
  suspended: 'risk',
  banned: 'risk',
  rejected: 'plain',
} satisfies Record<PromoterStatus, Tone>;
