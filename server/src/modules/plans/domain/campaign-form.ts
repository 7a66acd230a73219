import type { In, Lang, Out } from '@fenrun/contracts';
import type { Campaign, CampaignBonus } from '@fenrun/engine';
import { formatMoney } from '@fenrun/kernel';
import { readWindow, windowForm, type ZonedReading } from './instant-form';
import { type FormReading, readAmount } from './rate-form';

/** A campaign as it is saved: what the engine decides by, and what people see. */
export interface NamedCampaign extends Campaign {
  readonly name: string;
  readonly text: string;
  readonly image: string | null;
}

export type CampaignForm = Omit<In<'campaigns.add'>['body'], 'id'>;

/** What a campaign is called; one without a name by its code. */
export function nameOfCampaign(code: string, campaign: Campaign | null | undefined, lang: Lang): string {
  const name = (campaign as { readonly name?: string | Readonly<Record<Lang, string>> } | null | undefined)?.name;
  return (typeof name === 'string' ? name : name?.[lang]) || code;
}

/** Reads a campaign from the form of the API; what is wrong is noted in `reading.errors` with pointers below `at`. */
export function readCampaign(form: CampaignForm, reading: ZonedReading, at = ''): NamedCampaign {
  return {
    name: form.name.trim(),
    text: form.text.trim(),
    image: form.image,
    window: readWindow(form, reading, at),
    skus: [...new Set(form.skus)],
    categories: [...new Set(form.categories)],
    bonus: form.bonus ? readBonus(form.bonus, reading, `${at}/bonus`) : null,
  };
}

function readBonus(form: NonNullable<CampaignForm['bonus']>, reading: FormReading, at: string): CampaignBonus {
  const amount = readAmount(form.amount, reading, `${at}/amount`);
  return form.kind === 'per_order' ? { kind: 'per_order', amount } : { kind: 'every_nth', amount, every: form.every };
}

type Shown = Pick<Out<'campaigns.read'>, 'name' | 'text' | 'image' | 'from' | 'to' | 'skus' | 'categories' | 'bonus'>;

/** A campaign in the form of the API. */
export function campaignForm(code: string, campaign: Campaign, currency: string, lang: Lang): Shown {
  const { text = '', image = null } = campaign as Partial<NamedCampaign>;
  const { bonus } = campaign;
  return {
    name: nameOfCampaign(code, campaign, lang),
    text,
    image,
    ...windowForm(campaign.window),
    skus: [...campaign.skus],
    categories: [...campaign.categories],
    bonus: bonus ? { ...bonus, amount: formatMoney(bonus.amount, currency) } : null,
  };
}
