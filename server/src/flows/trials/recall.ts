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
  return recallSale(
    {
      type: row.type,
      sequence: row.sequence,
      paidAt: row.paidAt,
      discount: minor(row.discount),
      shipping: minor(row.shipping),
      coupons: row.coupons,
      country: row.country,
      subId: row.subId,
      manualAmount: row.manualCommission === null ? null : minor(row.manualCommission),
      lines: lines.map((line) => ({
        sku: line.sku,
        quantity: line.quantity,
        price: line.price as Money,
        discount: line.discount as Money,
        tax: line.tax as Money,
      })),
    },
    facts,
  );
}
