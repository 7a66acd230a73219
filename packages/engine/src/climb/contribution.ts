import type { Money } from '@fenrun/kernel';
import { type CommissionStatus, countsInMetrics } from '../life/commission-status';
import type { CommissionKind, LadderMetric } from '../model/index';

/** The counters that one commission feeds: the ladder's metrics, and those of groups and bonuses. */
export const COUNTERS = [
  'referral_order_value',
  'referral_order_count',
  'earned_commission',
  'downline_sales',
  'personal_volume',
  'orders',
  'revenue',
] as const satisfies readonly (LadderMetric | 'orders' | 'revenue')[];
export type Counter = (typeof COUNTERS)[number];

/** What a commission adds to each counter. `downline_sales` goes to each inviter that the payee had at paid time, all else to the payee. */
export type Contribution = Readonly<Record<Counter, number>>;

/** A commission as counters see it. */
export interface CountedCommission {
  readonly kind: CommissionKind;
  readonly status: CommissionStatus;
  readonly net: Money;
  /** Σ over all lines of the order of what refunds left of the base. */
  readonly remainingBase: Money;
  /** `selfPurchase.countInMetrics` at the sale's paid time: a rebate counts like a direct commission. */
  readonly countsRebate: boolean;
}

type Feed = (commission: CountedCommission) => number;

const value: Feed = ({ remainingBase }) => remainingBase;
const count: Feed = ({ remainingBase }) => (remainingBase > 0 ? 1 : 0);
const earned: Feed = ({ net }) => net;

/** Which kinds of commission feed a counter, and with what. Bonuses feed none. Source: domain.md, section 6. */
const FEEDS: Readonly<Record<Counter, { readonly kinds: readonly CommissionKind[]; readonly feed: Feed }>> = {
  referral_order_value: { kinds: ['direct', 'network'], feed: value },
  referral_order_count: { kinds: ['direct', 'network'], feed: count },
  earned_commission: { kinds: ['direct', 'network'], feed: earned },
  downline_sales: { kinds: ['direct'], feed: value },
  personal_volume: { kinds: ['direct'], feed: value },
  orders: { kinds: ['direct'], feed: count },
  revenue: { kinds: ['direct'], feed: value },
};

const NOTHING: Contribution = {
  referral_order_value: 0,
  referral_order_count: 0,
  earned_commission: 0,
  downline_sales: 0,
  personal_volume: 0,
  orders: 0,
  revenue: 0,
};

/** As which kind a commission counts; null for those that count nowhere. */
export function countsAs(commission: Pick<CountedCommission, 'kind' | 'countsRebate'>): 'direct' | 'network' | null {
  if (commission.kind === 'self') return commission.countsRebate ? 'direct' : null;
  return commission.kind === 'bonus' ? null : commission.kind;
}

/**
 * What the commission adds at its present state: nothing unless approved or paid; an order counts with what is left of its base,
 * and not at all once wholly refunded. Counters are sums of contributions, so a change adds `contribution(after) − contribution(before)`.
 */
export function contributionOf(commission: CountedCommission): Contribution {
  const kind = countsInMetrics(commission.status) ? countsAs(commission) : null;
  const counters: Record<Counter, number> = { ...NOTHING };
  if (kind === null) return counters;
  for (const counter of COUNTERS)
    if (FEEDS[counter].kinds.includes(kind)) counters[counter] = FEEDS[counter].feed(commission);
  return counters;
}

/** Whether the order counts among the promoter's distinct customers: a counted direct order that has a customer. */
export function countsCustomer(commission: CountedCommission): boolean {
  return contributionOf(commission).orders === 1;
}
