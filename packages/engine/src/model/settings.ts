import type { Money, Percent, Rate } from '@fenrun/kernel';
import type { OrderType, Range } from './rule';

export interface HoldPolicy {
  readonly from: 'paid' | 'completed';
  readonly days: number;
}

export type ApprovalOutcome = 'approve' | 'review' | 'reject';

/** What an approval rule looks at, at maturity; all given ones must hold; ranges are `[from, to)`. */
export interface ApprovalConditions {
  readonly amount?: Range<Money> | null;
  readonly orderType?: OrderType | null;
  readonly promoterAgeDays?: Range | null;
  readonly groups?: readonly string[];
  readonly riskScore?: Range | null;
}

export interface ApprovalRule {
  readonly when: ApprovalConditions;
  readonly outcome: ApprovalOutcome;
}

export interface ApprovalPolicy {
  readonly default: 'auto' | 'manual';
  readonly rules: readonly ApprovalRule[];
}

/** Which parts of an order are in the base. */
export interface BasePolicy {
  readonly tax: boolean;
  readonly shipping: boolean;
  readonly pricesIncludeTax: boolean;
}

export interface NetworkPolicy {
  readonly basis: 'sale' | 'commission';
  /** The percent of the 1st, 2nd, … inviter; empty is off. */
  readonly levels: readonly Percent[];
}

export interface SelfPurchaseRates {
  readonly default: Rate | null;
  readonly skus: Readonly<Record<string, Rate>>;
  readonly categories: Readonly<Record<string, Rate>>;
  readonly campaigns: Readonly<Record<string, Rate>>;
}

export interface SelfPurchasePolicy {
  readonly mode: 'block' | 'normal' | 'rebate';
  readonly rates: SelfPurchaseRates;
  readonly payNetwork: boolean;
  readonly countInMetrics: boolean;
}

export interface AttributionPolicy {
  readonly windowDays: number;
  readonly touch: 'first' | 'last';
  readonly binding: 'none' | 'window' | 'permanent';
  readonly bindingDays: number | null;
  readonly onOtherTouch: 'keep_first' | 'take_last';
}

/** Everything that a merchant sets once for all programmes. The shape is that of scenarios/README.md, in parsed form. */
export interface Settings {
  readonly hold: HoldPolicy;
  readonly autoCompleteDays: number;
  readonly approval: ApprovalPolicy;
  readonly risk: 'on' | 'off';
  readonly groupVsTier: 'strict' | 'higher_wins';
  readonly maxCommissionPercent: Percent;
  readonly demoteOnRefund: boolean;
  readonly base: BasePolicy;
  readonly excludedSkus: readonly string[];
  readonly network: NetworkPolicy;
  readonly selfPurchase: SelfPurchasePolicy;
  readonly attribution: AttributionPolicy;
  readonly payout: { readonly minimum: Money };
}
