import type { ComponentType } from 'react';
import type { RulesTab } from './rules-tab-words';

/** The page of each tab, fetched when it is first opened. A page draws itself inside `RulesFrame`. */
export const rulesTabs: Readonly<Record<RulesTab, () => Promise<{ Component: ComponentType }>>> = {
  layers: async () => ({ Component: (await import('../rules/layers-page')).LayersPage }),
  ladder: async () => ({ Component: (await import('../climbing/ladder-page')).LadderPage }),
  groups: async () => ({ Component: (await import('../climbing/groups-page')).GroupsPage }),
  'tier-bonuses': async () => ({ Component: (await import('../climbing/tier-bonuses-page')).TierBonusesPage }),
  campaigns: async () => ({ Component: (await import('../campaigns/campaigns-page')).CampaignsPage }),
  'self-purchase': async () => ({ Component: (await import('../self-purchase/self-purchase-page')).SelfPurchasePage }),
  programmes: async () => ({ Component: (await import('./programmes-page')).ProgrammesPage }),
  coupons: async () => ({ Component: (await import('../coupons/coupons-page')).CouponsPage }),
  'back-tests': async () => ({ Component: (await import('../trials/back-tests-page')).BackTestsPage }),
  'plan-trial': async () => ({ Component: (await import('../trials/plan-trial-page')).PlanTrialPage }),
};
