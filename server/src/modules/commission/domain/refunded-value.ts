import { type RefundTotals, remainingBases } from '@fenrun/engine';
import { add, type Money, minor, splitByWeight, subtract, sum, ZERO } from '@fenrun/kernel';

/** A sale as what was paid for it: all amounts in minor units. */
export interface PaidSale {
  readonly source: string;
  readonly discount: number;
  readonly shipping: number;
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly price: number;
    readonly discount: number;
    readonly tax: number;
  }[];
}

export interface RefundedValue {
  /** Of each line: pieces, and money that the customer had paid for it. */
  readonly lines: readonly { readonly pieces: number; readonly amount: Money }[];
  /** What went back to the customer in all. */
  readonly total: Money;
  readonly isWhole: boolean;
}

/**
 * What refunds gave back, as money that had been paid: goods less discounts, and taxes where they had been added. Everything that is left
 * takes the shipping along, but not through the shop's own refunds, which return goods only.
 */
export function refundedValue(sale: PaidSale, totals: RefundTotals, addsTax: boolean): RefundedValue {
  const goods = sale.lines.map((line) => minor(line.price * line.quantity - line.discount));
  const shares = splitByWeight(minor(sale.discount), goods);
  const paid = sale.lines.map(({ tax }, index) => {
    const net = subtract(goods[index] as Money, shares[index] as Money);
    return addsTax ? add(net, minor(tax)) : net;
  });
  const asLines = sale.lines.map(({ sku, quantity }, index) => ({ sku, quantity, base: paid[index] as Money }));
  const left = remainingBases(asLines, totals);
  const pieces = piecesOf(sale.lines, totals);
  const amounts = paid.map((amount, index) => subtract(amount, left[index] as Money));
  const shipping = totals.everything && sale.source !== 'shop' ? minor(sale.shipping) : ZERO;
  const isAllGone = sum(paid) > 0 && left.every((amount) => amount === 0);
  return {
    lines: amounts.map((amount, index) => ({ amount, pieces: pieces[index] ?? 0 })),
    total: add(sum(amounts), shipping),
    isWhole: totals.everything || isAllGone,
  };
}

/** A SKU that stands on several lines is taken from them in order. */
function piecesOf(lines: PaidSale['lines'], { everything, pieces }: RefundTotals): number[] {
  const wanted = new Map(Object.entries(pieces));
  return lines.map(({ sku, quantity }) => {
    if (everything) return quantity;
    const taken = Math.min(wanted.get(sku) ?? 0, quantity);
    wanted.set(sku, (wanted.get(sku) ?? 0) - taken);
    return taken;
  });
}
