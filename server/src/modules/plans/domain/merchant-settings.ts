import { DEFAULT_SETTINGS, type Settings } from '@fenrun/engine';
import type { Money, Percent } from '@fenrun/kernel';

export type PayoutChannel = 'wechat' | 'bank' | 'manual';

/** How promoters are paid out. Money is in minor units. */
export interface PayoutPolicy {
  readonly minimum: Money;
  readonly maximum: Money | null;
  readonly dailyCap: Money | null;
  readonly feePercent: Percent;
  readonly feeBearer: 'promoter' | 'merchant';
  readonly tax: 'none' | 'cn_labour';
  readonly channels: readonly PayoutChannel[];
}

/** How people become promoters: `open` admits at once, `reviewed` waits for a person. */
export interface ApplicationPolicy {
  readonly mode: 'open' | 'reviewed';
  readonly requireInvitation: boolean;
}

/** Everything that a merchant sets: what the engine decides by, and what only the product looks at. */
export interface MerchantSettings extends Settings {
  readonly payout: PayoutPolicy;
  readonly applications: ApplicationPolicy;
}

/** What a new merchant starts with. Source: domain.md, section 5, “Defaults of a new merchant”. */
export const DEFAULT_MERCHANT_SETTINGS: MerchantSettings = {
  ...DEFAULT_SETTINGS,
  payout: {
    minimum: DEFAULT_SETTINGS.payout.minimum,
    maximum: null,
    dailyCap: null,
    feePercent: 0 as Percent,
    feeBearer: 'promoter',
    tax: 'none',
    channels: ['wechat', 'bank', 'manual'],
  },
  applications: { mode: 'reviewed', requireInvitation: false },
};

/** The settings as they were saved; what an older document lacks is the default. */
export function merchantSettings(saved: Settings): MerchantSettings {
  const given = saved as Settings & { readonly applications?: Partial<ApplicationPolicy> };
  return {
    ...given,
    payout: { ...DEFAULT_MERCHANT_SETTINGS.payout, ...given.payout },
    applications: { ...DEFAULT_MERCHANT_SETTINGS.applications, ...given.applications },
  };
}
