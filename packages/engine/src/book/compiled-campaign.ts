import type { Instant } from '@fenrun/kernel';
import { type Campaign, holdsAt, type SaleLine } from '../model/index';

/** A campaign with its product lists as sets. */
export interface CompiledCampaign {
  readonly code: string;
  readonly campaign: Campaign;
  readonly skus: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly listsProducts: boolean;
  /** `bonus:CODE`, as traces and commission lines name it. */
  readonly bonusRef: string;
}

export function compileCampaign(code: string, campaign: Campaign): CompiledCampaign {
  return {
    code,
    campaign,
    skus: new Set(campaign.skus),
    categories: new Set(campaign.categories),
    listsProducts: campaign.skus.length + campaign.categories.length > 0,
    bonusRef: `bonus:${code}`,
  };
}

/** Whether the campaign covers the line: one of its products, or any if it lists none. */
export function covers(campaign: CompiledCampaign, line: SaleLine): boolean {
  if (!campaign.listsProducts) return true;
  return campaign.skus.has(line.sku) || (line.category !== null && campaign.categories.has(line.category));
}

/** The campaign if the instant lies in its window, else null. */
export function runningCampaign(campaign: CompiledCampaign | undefined, at: Instant): CompiledCampaign | null {
  return campaign && holdsAt(campaign.campaign.window, at) ? campaign : null;
}
