import type { Money, Rate } from '@fenrun/kernel';
import type { Layer } from './rule';
import type { Newness, SaleFacts } from './sale';

export const COMMISSION_KINDS = ['direct', 'network', 'self', 'bonus'] as const;
export type CommissionKind = (typeof COMMISSION_KINDS)[number];

/** The layer that a commission line came from. */
export type CommissionLayer = Layer | 'manual' | 'self' | 'network' | 'bonus';

/** How the base of a line came about. `base = gross − lineDiscount − orderDiscount + tax + shipping`, at least 0, and 0 when excluded. */
export interface LineBase {
  /** Price × quantity. */
  readonly gross: Money;
  readonly lineDiscount: Money;
  /** The line's share of the order's discount. */
  readonly orderDiscount: Money;
  /** Signed: positive where tax is added, negative where prices include it, 0 otherwise. */
  readonly tax: Money;
  /** The line's share of the shipping, 0 when shipping stays out. */
  readonly shipping: Money;
  /** Whether the merchant excludes the SKU and no sales match lifted that. */
  readonly isExcluded: boolean;
  readonly base: Money;
}

/** Why nothing at all is earned. */
export type NothingReason =
  | 'no-promoter'
  | 'promoter-not-active'
  | 'self-purchase-blocked'
  | 'recurring-policy'
  | 'no-rate'
  | 'zero-rate'
  | 'zero-amount';

/** What was decided on an order line for the direct promoter (or the buying one). */
export interface DecidedLine {
  readonly base: LineBase;
  /** The winner: a rule's code, `programme:P1`, `programme:P1:TEA`, `tier_bonus:1`, `self:TEA`, `self:default`, `manual`; null if nothing won. */
  readonly rule: string | null;
  readonly layer: CommissionLayer | null;
  /** The winner's rate; null if nothing won, and for `manual`. */
  readonly rate: Rate | null;
  /** Candidates that matched beside the winner, by layer and rank; at most `KEPT_CANDIDATES` of them. */
  readonly alsoMatched: readonly string[];
}

/** One payee's part of one order line. */
export interface CommissionLine {
  /** The base of the line; for a network commission on `basis: commission` the direct amount. */
  readonly base: Money;
  readonly rule: string | null;
  readonly layer: CommissionLayer | null;
  /** After the cap. */
  readonly amount: Money;
}

/** What one payee earns on the order. There is none whose amount is 0. */
export interface DecidedCommission {
  readonly payee: string;
  readonly kind: CommissionKind;
  /** 1-based place of the inviter; null unless `network`. */
  readonly inviterLevel: number | null;
  readonly amount: Money;
  /** One per order line, in the order's order. */
  readonly lines: readonly CommissionLine[];
}

/**
 * A campaign's reward for every N-th approved order, frozen at sale: what it pays if this order becomes an N-th one, split over the
 * earning lines of the campaign's products, and fitted under the cap beside the amounts at sale. The counting is `nthBonus`.
 */
export interface NthPromise {
  readonly campaign: string;
  readonly every: number;
  /** 0 if the cap leaves no room: the order counts all the same, and earns nothing more as the N-th. */
  readonly amount: Money;
  readonly lines: readonly CommissionLine[];
}

/** The result of deciding one sale. */
export interface Decision {
  /** Null if somebody earns something. */
  readonly nothing: NothingReason | null;
  /** One per order line. */
  readonly lines: readonly DecidedLine[];
  /** Direct or self first, then inviters from near to far, then the bonus. */
  readonly commissions: readonly DecidedCommission[];
  /** Set if a campaign's every-N-th bonus counts this order when its direct commission is approved. */
  readonly countsToward: NthPromise | null;
}

/**
 * What must be stored beside the order, so that the decision can be made again and explained at any time: with the order's
 * own fields they make up `Sale` and `SaleFacts` (`recallSale`), and the number says which rule book.
 */
export interface DecisionFacts extends SaleFacts {
  readonly bookVersion: number;
  readonly newness: Newness;
  readonly campaign: string | null;
  /** The category of each line as it was, in the order's order. */
  readonly categories: readonly (string | null)[];
}
