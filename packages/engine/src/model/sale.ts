import type { Instant, Money, Rate } from '@fenrun/kernel';
import type { OrderType } from './rule';

export interface SaleLine {
  readonly sku: string;
  readonly category: string | null;
  /** A positive integer. */
  readonly quantity: number;
  /** Of one piece. */
  readonly price: Money;
  /** Of the whole line. */
  readonly discount: Money;
  /** Of the whole line. */
  readonly tax: Money;
}

/** Whether an earlier order of the customer was known; `none` for an order without a customer. */
export type Newness = 'new' | 'returning' | 'none';

/** A paid order as the engine sees it: what was sold, and what the shop's past says about it at its paid time. */
export interface Sale {
  readonly type: OrderType;
  /** 1-based place in its subscription; null unless `recurring`. */
  readonly sequence: number | null;
  readonly paidAt: Instant;
  readonly lines: readonly SaleLine[];
  readonly discount: Money;
  readonly shipping: Money;
  readonly coupons: readonly string[];
  readonly country: string | null;
  readonly subId: string | null;
  /** The campaign that the order belongs to, already resolved: the one it names, else that of the last valid touch. */
  readonly campaign: string | null;
  readonly newness: Newness;
  /** The explicit commission of a manual sale. */
  readonly manualAmount: Money | null;
}

/** By what the promoter got the sale; `assigned` by a person, afterwards. Source: domain.md, section 4. */
export type AttributedBy = 'order' | 'subscription' | 'coupon' | 'binding' | 'touch' | 'self' | 'assigned' | 'none';

/** A tier bonus that runs at the paid time. Its threshold and rate are those it was started with. */
export interface ActiveBonus {
  /** 1-based place of the step in the merchant's list. */
  readonly step: number;
  readonly threshold: number;
  readonly rate: Rate;
}

/** How the direct promoter stood at the paid time. */
export interface PromoterStanding {
  readonly id: string;
  readonly isActive: boolean;
  readonly programme: string;
  /** Null is the default group. */
  readonly group: string | null;
  readonly bonuses: readonly ActiveBonus[];
}

export interface InviterFact {
  readonly id: string;
  readonly isActive: boolean;
}

/** Who gets the sale, and how they stood at its paid time. */
export interface SaleFacts {
  readonly by: AttributedBy;
  readonly promoter: PromoterStanding | null;
  readonly buyerIsPromoter: boolean;
  /** The promoter's inviters at paid time, nearest first. At least as many as the network has levels, or all there are. */
  readonly chain: readonly InviterFact[];
}
