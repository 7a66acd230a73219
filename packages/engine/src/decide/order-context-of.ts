import { runningCampaign } from '../book/compiled-campaign';
import type { BookInForce } from '../book/in-force';
import type { OrderContext } from '../book/order-context';
import { foldCoupon, type PromoterStanding, type Sale } from '../model/index';
import { orderAmountOf } from './base-of';

const NO_COUPONS: readonly string[] = [];

/** What the conditions look at. */
export function orderContextOf(held: BookInForce, sale: Sale, promoter: PromoterStanding): OrderContext {
  const campaign = sale.campaign === null ? undefined : held.campaigns.get(sale.campaign);
  return {
    sale,
    promoter,
    campaign: runningCampaign(campaign, sale.paidAt),
    coupons: sale.coupons.length === 0 ? NO_COUPONS : sale.coupons.map(foldCoupon),
    orderAmount: orderAmountOf(sale),
  };
}
