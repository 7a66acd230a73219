import { type Money, minor, negate, smaller, splitByWeight, sum, times, ZERO } from '@fenrun/kernel';
import type { BasePolicy, LineBase, Sale, SaleLine } from '../model/index';

/**
 * The base of every line, before products are excluded: price × quantity − line discount − share of the order discount, and by
 * the merchant's switches + tax and + share of shipping. The order discount is split by what lines cost after their own
 * discounts, shipping by what is left after all of them. Source: domain.md, sections 2 and 3.
 */
export function baseOf(sale: Pick<Sale, 'lines' | 'discount' | 'shipping'>, policy: BasePolicy): LineBase[] {
  const { lines } = sale;
  const gross = lines.map((line) => times(line.price, line.quantity));
  const ownPrice = lines.map((line, index) => notNegative((gross[index] as Money) - line.discount));
  const discounts = splitOrZero(smaller(sale.discount, sum(ownPrice)), ownPrice);
  const left = ownPrice.map((price, index) => minor(price - (discounts[index] as Money)));
  const shipping = splitOrZero(policy.shipping ? sale.shipping : ZERO, left);
  return lines.map((line, index) => {
    const tax = taxIn(line, policy);
    return {
      gross: gross[index] as Money,
      lineDiscount: line.discount,
      orderDiscount: discounts[index] as Money,
      tax,
      shipping: shipping[index] as Money,
      isExcluded: false,
      base: notNegative((left[index] as Money) + tax + (shipping[index] as Money)),
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

function splitOrZero(amount: Money, weights: readonly Money[]): readonly Money[] {
  return amount === 0 ? weights.map(() => ZERO) : splitByWeight(amount, weights);
}

/** The amount that conditions look at: Σ price × quantity − all discounts, over all lines, excluded ones too. */
export function orderAmountOf(sale: Pick<Sale, 'lines' | 'discount'>): number {
  let amount = -sale.discount;
  for (const line of sale.lines) amount += line.price * line.quantity - line.discount;
  return Math.max(amount, 0);
}
