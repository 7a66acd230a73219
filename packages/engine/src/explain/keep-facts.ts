import type { DecisionFacts, Sale, SaleFacts } from '../model/index';

/** What the order itself keeps of a sale; the rest is in `DecisionFacts`. */
export type StoredOrder = Omit<Sale, 'newness' | 'campaign' | 'lines'> & {
  readonly lines: readonly Omit<Sale['lines'][number], 'category'>[];
};

/** The facts to store beside the order, so that the decision can be derived again at any time. */
export function keepFacts(bookVersion: number, sale: Sale, facts: SaleFacts): DecisionFacts {
  return {
    bookVersion,
    newness: sale.newness,
    campaign: sale.campaign,
    categories: sale.lines.map(({ category }) => category),
    by: facts.by,
    promoter: facts.promoter,
    buyerIsPromoter: facts.buyerIsPromoter,
    chain: facts.chain,
  };
}

/** The sale as it was decided, from the stored order and the kept facts. Written out field by field: a back-test does it for every sale. */
export function recallSale(order: StoredOrder, kept: DecisionFacts): Sale {
  const { type, sequence, paidAt, discount, shipping, coupons, country, subId, manualAmount } = order;
  const { newness, campaign, categories } = kept;
  const lines = order.lines.map(({ sku, quantity, price, discount: lineDiscount, tax }, index) => {
    return { sku, category: categories[index] ?? null, quantity, price, discount: lineDiscount, tax };
  });
  return {
    type,
    sequence,
    paidAt,
    lines,
    discount,
    shipping,
    coupons,
    country,
    subId,
    campaign,
    newness,
    manualAmount,
  };
}
