import type { LadderMetric } from '@fenrun/engine';
import type { CounterRow } from '../store/counter.row';

/** Which counter each ladder metric reads. */
export const METRIC_COUNTER = {
  referral_order_value: 'referralValue',
  referral_order_count: 'referralCount',
  earned_commission: 'earned',
  downline_sales: 'downline',
  personal_volume: 'personal',
} as const satisfies Record<LadderMetric, keyof CounterRow>;
