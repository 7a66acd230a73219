import { minor, WHOLE } from '@fenrun/kernel';
import type { Settings } from './settings';

/** What a new merchant starts with. Source: domain.md, section 5, "Defaults of a new merchant". */
export const DEFAULT_SETTINGS: Settings = {
  hold: { from: 'completed', days: 7 },
  autoCompleteDays: 15,
  approval: { default: 'manual', rules: [] },
  risk: 'on',
  groupVsTier: 'strict',
  maxCommissionPercent: WHOLE,
  demoteOnRefund: false,
  base: { tax: false, shipping: false, pricesIncludeTax: false },
  excludedSkus: [],
  network: { basis: 'sale', levels: [] },
  selfPurchase: {
    mode: 'block',
    rates: { default: null, skus: {}, categories: {}, campaigns: {} },
    payNetwork: false,
    countInMetrics: false,
  },
  attribution: { windowDays: 30, touch: 'last', binding: 'none', bindingDays: null, onOtherTouch: 'keep_first' },
  payout: { minimum: minor(1) },
};
