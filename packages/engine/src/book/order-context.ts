import type { PromoterStanding, Sale } from '../model/index';
import type { CompiledCampaign } from './compiled-campaign';

/** What the conditions of rules look at, worked out once per order. */
export interface OrderContext {
  readonly sale: Sale;
  readonly promoter: PromoterStanding;
  /** The campaign that the order belongs to, if it was paid in its window; else null. */
  readonly campaign: CompiledCampaign | null;
  /** Folded coupon codes of the order. */
  readonly coupons: readonly string[];
  /** Σ price × quantity − all discounts, in minor units, over all lines; without added tax and shipping. */
  readonly orderAmount: number;
}
