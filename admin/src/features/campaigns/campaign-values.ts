import type { KeptPicture } from '../../kit/form/picture-field';
import { type DayWindow, windowDays, windowOf } from '../../kit/time/window-days';
import type { BodyOf } from '../../lib/call';
import type { Rate } from '../plans/rate';
import type { CampaignDetail } from './campaign-bonus';

/** The form of a campaign: days instead of instants, the kind of reward apart from its figures, and its own rebate. */
export interface CampaignValues {
  name: string;
  text?: string;
  pictures: readonly KeptPicture[];
  days: DayWindow;
  skus: string[];
  categories: string[];
  bonusKind: 'none' | 'per_order' | 'every_nth';
  amount?: string | null;
  every?: number | null;
  selfRate: Rate | null;
  note?: string;
}

export type CampaignBody = Omit<BodyOf<'campaigns.save'>, 'version' | 'note'>;

export function valuesOf(campaign: CampaignDetail | undefined, timezone: string): CampaignValues {
  if (!campaign) {
    return {
      name: '',
      pictures: [],
      days: { from: null, to: null },
      skus: [],
      categories: [],
      bonusKind: 'none',
      selfRate: null,
    };
  }
  const { bonus, image } = campaign;
  return {
    name: campaign.name,
    text: campaign.text,
    pictures: image ? [{ id: image, url: image }] : [],
    days: windowDays(campaign, timezone),
    skus: campaign.skus,
    categories: campaign.categories,
    bonusKind: bonus?.kind ?? 'none',
    amount: bonus?.amount,
    every: bonus?.kind === 'every_nth' ? bonus.every : undefined,
    selfRate: campaign.selfRate,
  };
}

export function bonusOf(values: Pick<CampaignValues, 'bonusKind' | 'amount' | 'every'>): CampaignBody['bonus'] {
  const amount = String(values.amount ?? '');
  if (values.bonusKind === 'none') return null;
  if (values.bonusKind === 'per_order') return { kind: 'per_order', amount };
  return { kind: 'every_nth', amount, every: values.every ?? 0 };
}

/** Where the form shows what the API refuses. */
export const campaignFieldOf = (pointer: string): string =>
  pointer
    .replace(/^\/(from|to)$/, '/days')
    .replace(/^\/bonus\//, '/')
    .replace(/^\/image$/, '/pictures')
    .replace(/^\/(skus|categories)\/.*/, '/$1');

export function campaignBody(values: CampaignValues, before: CampaignDetail | null, timezone: string): CampaignBody {
  return {
    name: values.name.trim(),
    text: values.text ?? '',
    image: values.pictures[0]?.url ?? null,
    ...windowOf(values.days, before, timezone),
    skus: values.skus,
    categories: values.categories,
    bonus: bonusOf(values),
  };
}
