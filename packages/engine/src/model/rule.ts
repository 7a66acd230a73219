import type { Money, Rate } from '@fenrun/kernel';
import type { Window } from './window';

/** The layers in which merchants write rules; the tier bonus and the programme stand below them. */
export const RULE_LAYERS = ['sales_match', 'individual', 'group'] as const;
export type RuleLayer = (typeof RULE_LAYERS)[number];

/** The five layers, highest first. Source: domain.md, section 3. */
export const LAYERS = [...RULE_LAYERS, 'tier_bonus', 'default'] as const;
export type Layer = (typeof LAYERS)[number];

/** The conditions of a rule in the order in which the first failing one is named. */
export const CONDITIONS = [
  'coupons',
  'skus',
  'categories',
  'country',
  'customer',
  'amount',
  'campaign',
  'orderType',
  'subId',
] as const;
export type Condition = (typeof CONDITIONS)[number];

export type OrderType = 'one_time' | 'recurring' | 'manual';

/** A range `[from, to)` of amounts or counts; `null` is open. */
export interface Range<N extends number = number> {
  readonly from: N | null;
  readonly to: N | null;
}

/** What must hold for a rule. Absent, null and empty are "not given"; all given ones must hold. Individual and group rules take `skus` and `categories` only. */
export interface RuleConditions {
  /** One hit is enough; letter case is ignored (`foldCoupon`). */
  readonly coupons?: readonly string[];
  readonly skus?: readonly string[];
  readonly categories?: readonly string[];
  readonly country?: readonly string[];
  readonly customer?: 'new' | 'returning' | null;
  /** Of the whole order after all discounts, in minor units. */
  readonly amount?: Range<Money> | null;
  readonly campaign?: string | null;
  readonly orderType?: OrderType | null;
  readonly subId?: string | null;
}

export type RuleScope = 'order' | 'matched_lines';

/** A rate with conditions and a window in one of the three written layers. Its code is the merchant's own and breaks the last tie. */
export interface Rule {
  readonly layer: RuleLayer;
  /** Smaller goes first; `DEFAULT_PRIORITY` when the merchant gave none. */
  readonly priority: number;
  readonly window: Window;
  /** Sales match only; null takes the default of domain.md section 3. */
  readonly scope: RuleScope | null;
  /** Sales match: those whom it reaches, empty for everyone. Individual: those whom it is for. */
  readonly promoters: readonly string[];
  /** Group: the groups that it is for. */
  readonly groups: readonly string[];
  readonly when: RuleConditions;
  readonly rate: Rate;
}

export const DEFAULT_PRIORITY = 100;
