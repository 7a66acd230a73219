import type { Rate } from '@fenrun/kernel';

export type BonusMetric = 'sales' | 'conversions';
export type BonusWindow = 'last_month' | 'trailing_30_days' | 'since_joining';

/** One step: when the metric reaches the threshold (minor units, or a count), the rate holds for `days` days; null is for good. */
export interface TierStep {
  readonly threshold: number;
  readonly window: BonusWindow;
  readonly rate: Rate;
  readonly days: number | null;
}

/** All steps of a merchant; they share one metric. A step is named by its place, 1-based (`tier_bonus:1`). */
export interface TierBonuses {
  readonly metric: BonusMetric;
  readonly steps: readonly TierStep[];
}
