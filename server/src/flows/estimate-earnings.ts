import { type CommissionLayer, type Decision, decide, type Sale } from '@fenrun/engine';
import { type Instant, type Money, type Rate, ZERO } from '@fenrun/kernel';
import type { Database } from '../foundation/db';
import { find } from '../foundation/db';
import { bonusRunTable } from '../modules/climbing';
import { currentBook } from '../modules/plans';
import { type PromoterRow, standingAt } from '../modules/promoters';

/** A product as a promoter would sell it: one piece. */
export interface Offer {
  readonly sku: string;
  readonly category: string | null;
  readonly price: Money;
}

export interface Earning {
  /** What the promoter would earn on one piece that somebody else buys. */
  readonly share: Money;
  /** What he would get back on one piece that he buys himself. */
  readonly self: Money;
  /** The rule that would decide, as in a trace; null if nothing would be earned. */
  readonly rule: string | null;
  /** Its layer and rate, and the rate of the own purchase; null where no rate wins. */
  readonly layer: CommissionLayer | null;
  readonly rate: Rate | null;
  readonly selfRate: Rate | null;
}

/**
 * What a promoter would earn on each product if one piece were sold now, by the real rules: a hypothetical order a product,
 * decided and thrown away. Nothing is read per product.
 */
export async function estimateEarnings(
  db: Database,
  promoter: PromoterRow,
  offers: readonly Offer[],
  now: Instant,
): Promise<Map<string, Earning>> {
  const { merchantId, id } = promoter;
  const { compiled } = await currentBook(db.read, merchantId, db);
  const runs = await find(
    db.read,
    bonusRunTable,
    'merchant_id = ? AND promoter_id = ? AND from_at <= ? AND to_at > ?',
    [merchantId, id, now, now],
  );
  const { isActive, programme, group } = standingAt(promoter, [], Math.max(now, promoter.changedAt));
  const bonuses = runs.map(({ step, threshold, rate }) => ({ step, threshold, rate }));
  const standing = { id, isActive, programme, group, bonuses };
  const earn = (offer: Offer, buyerIsPromoter: boolean) =>
    decide(compiled, toSale(offer, now), { by: 'order', promoter: standing, buyerIsPromoter, chain: [] });
  return new Map(
    offers.map((offer) => {
      const share = earn(offer, false);
      const self = earn(offer, true);
      return [offer.sku, earningOf(share, self)];
    }),
  );
}

function earningOf(share: Decision, self: Decision): Earning {
  const line = share.lines[0];
  return {
    share: share.commissions[0]?.amount ?? ZERO,
    self: self.commissions[0]?.amount ?? ZERO,
    rule: line?.rule ?? null,
    layer: line?.layer ?? null,
    rate: line?.rate ?? null,
    selfRate: self.lines[0]?.rate ?? null,
  };
}

function toSale({ sku, category, price }: Offer, now: Instant): Sale {
  return {
    type: 'one_time',
    sequence: null,
    paidAt: now,
    lines: [{ sku, category, quantity: 1, price, discount: ZERO, tax: ZERO }],
    discount: ZERO,
    shipping: ZERO,
    coupons: [],
    country: null,
    subId: null,
    campaign: null,
    newness: 'none',
    manualAmount: null,
  };
}
