import type { DemoProduct } from '../catalogue';
import type { DemoCampaign, DemoCoupon } from '../offers';
import type { DemoApplicant, DemoCustomer, DemoPromoter } from '../people';
import { dayMs } from './calendar';

/** Everything a story is told about. */
export type StoryCast = {
  /** Two letters before order numbers. */
  orderPrefix: string;
  products: readonly DemoProduct[];
  promoters: readonly DemoPromoter[];
  applicants: readonly DemoApplicant[];
  customers: readonly DemoCustomer[];
  coupons: readonly DemoCoupon[];
  campaigns: readonly DemoCampaign[];
  days: number;
  orderCount: number;
  /** How many people open a share beside those who buy through it, on average. */
  opensPerShare: number;
  /** How many customers receive something every month. */
  subscriptions: number;
  /** Whether the merchant sits down to decide, pays out, and meets odd orders. */
  eventful: boolean;
};

/** How strongly a promoter pulls at an instant: nothing before joining, and then by temperament. */
export function zealAt(promoter: DemoPromoter, at: number, endAt: number): number {
  const daysToEnd = (endAt - at) / dayMs;
  const daysIn = promoter.joinedDaysAgo - daysToEnd;
  // Room for the application and the merchant's answer, a Sunday included.
  if (daysIn < 3) return 0;
  const curve = {
    steady: 1,
    rising: 1.7 - Math.min(1.2, daysToEnd / 100),
    fading: Math.max(0.04, Math.min(1.4, daysToEnd / 80)),
    dormant: daysToEnd > Math.max(46, promoter.joinedDaysAgo - 24) ? 1 : 0,
    fresh: Math.min(1.2, 0.4 + daysIn / 30),
  }[promoter.tempo];
  return promoter.strength * curve;
}
