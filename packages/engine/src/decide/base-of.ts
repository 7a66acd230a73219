import { type Money, minor, negate, smaller, splitByWeight, times, ZERO } from '@fenrun/kernel';
import type { BasePolicy, LineBase, Sale, SaleLine } from '../model/index';

/**
 * The base of every line, before products are excluded: price × quantity − line discount − share of the order discount, and by
 * the merchant's switches + tax and + share of shipping. The order discount is split by what lines cost after their own
 * discounts, shipping by what is left after all of them. Source: domain.md, sections 2 and 3.
 */
export function baseOf(sale: Pick<Sale, 'lines' | 'discount' | 'shipping'>, policy: BasePolicy): LineBase[] {
  const ownPrices: Money[] = [];
  let worth = 0;
  for (const line of sale.lines) {
    const ownPrice = notNegative(line.price * line.quantity - line.discount);
    ownPrices.push(ownPrice);
    worth += ownPrice;
  }
  const discounts = splitOrNull(smaller(sale.discount, minor(worth)), ownPrices);
  const left = discounts ? ownPrices.map((price, index) => minor(price - (discounts[index] as Money))) : ownPrices;
  const shipping = splitOrNull(policy.shipping ? sale.shipping : ZERO, left);
  return sale.lines.map((line, index) => {
    const tax = taxIn(line, policy);
    const shippingShare = shipping?.[index] ?? ZERO;
    return {
      gross: times(line.price, line.quantity),
      lineDiscount: line.discount,
      orderDiscount: discounts?.[index] ?? ZERO,
      tax,
      shipping: shippingShare,
      isExcluded: false,
      base: notNegative((left[index] as Money) + tax + shippingShare),
    };
  });
}

/** What the tax of a line does to its base: `tax` adds it, `pricesIncludeTax` takes it out, both leave it. */
function taxIn(line: SaleLine, policy: BasePolicy): Money {
  if (policy.tax === policy.pricesIncludeTax) return ZERO;
  return policy.tax ? line.tax : negate(line.tax);
}

function notNegative(amount: number): Money {
  return minor(Math.max(amount, 0));
}

function splitOrNull(amount: Money, weights: readonly Money[]): readonly Money[] | null {
  return amount === 0 ? null : splitByWeight(amount, weights);
}

/** The amount that conditions look at: Σ price × quantity − all discounts, over all lines, excluded ones too. */
export function orderAmountOf(sale: Pick<Sale, 'lines' | 'discount'>): number {
  let amount = -sale.discount;
  for (const line of sale.lines) amount += line.price * line.quantity - line.discount;
  return Math.max(amount, 0);
}
