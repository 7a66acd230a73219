import { type DecisionFacts, recallSale, type Sale } from '@fenrun/engine';
import { type Money, minor } from '@fenrun/kernel';
import type { SaleLineRow, SaleRow } from '../../modules/sales';

/** What of a recorded sale a decision needs. */
export type RecalledSale = Pick<
  SaleRow,
  'type' | 'sequence' | 'paidAt' | 'discount' | 'shipping' | 'coupons' | 'country' | 'subId' | 'manualCommission'
>;
export type RecalledLine = Pick<SaleLineRow, 'sku' | 'quantity' | 'price' | 'discount' | 'tax'>;

/** The sale as it was decided, from the rows that keep it. Lines stand in their order. */
export function recallDecided(row: RecalledSale, lines: readonly RecalledLine[], facts: DecisionFacts): Sale {
  const { type, sequence, paidAt, discount, shipping, coupons, country, subId, manualCommission } = row;
  return recallSale(
    {
      type,
      sequence,
      paidAt,
      discount: minor(discount),
      shipping: minor(shipping),
      coupons,
      country,
      subId,
      manualAmount: manualCommission === null ? null : minor(manualCommission),
      // Amounts of lines are counts of minor units, checked when they were recorded.
      lines: lines as readonly (RecalledLine & { price: Money; discount: Money; tax: Money })[],
    },
    facts,
  );
}
