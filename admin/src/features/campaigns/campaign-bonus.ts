import { moneyString } from '../../kit/money/money-format';
import type { AnswerOf } from '../../lib/call';
import type { CampaignsWords } from './words';

export type Campaign = AnswerOf<'campaigns.list'>['data'][number];
export type CampaignDetail = AnswerOf<'campaigns.read'>;

export const campaignTones = {
  running: 'accent',
  coming: 'plain',
  over: 'done',
} as const satisfies Record<Campaign['state'], string>;

/** 每单多给 ¥5.00, or 每满 10 单多给 ¥50.00. */
export function bonusText(bonus: Campaign['bonus'], currency: string, words: CampaignsWords): string | null {
  if (bonus === null) return null;
  const amount = moneyString(bonus.amount, currency);
  return bonus.kind === 'per_order' ? words.perOrder(amount) : words.everyNth(bonus.every, amount);
}
