import type { DemoProduct } from '../catalogue';
import type { DemoCoupon } from '../offers';
import type { Address } from '../people';
import type { Dice } from '../random';
import { dayMs, midnight } from './calendar';
import type { StoryCast } from './cast';
import type { StoryLine } from './events';
import { decimal, type Minor, minor } from './money';

export type Basket = {
  lines: StoryLine[];
  coupons: string[];
  discount: string;
  shipping: string;
  paid: string;
};

/** What lies in a basket, with the discounts and the postage of the day. `first` is the product that the customer came for. */
export function fillBasket(
  dice: Dice,
  cast: StoryCast,
  visit: { at: number; endAt: number; first: string | null; isNew: boolean; promoter: string | null; address: Address },
): Basket {
  const lines = chooseLines(dice, cast, visit.at, visit.endAt, visit.first);
  return priceBasket(lines, chooseCoupon(dice, cast, goodsOf(lines), visit), visit.address);
}

/** Prices given lines: coupon, postage, and what the customer pays in the end. */
export function priceBasket(lines: StoryLine[], coupon: DemoCoupon | null, address: Address): Basket {
  const goods = goodsOf(lines);
  const discount = coupon ? minor(coupon.discount) : 0;
  const shipping = postage(goods - discount, address);
  return {
    lines,
    coupons: coupon ? [coupon.code] : [],
    discount: decimal(discount),
    shipping: decimal(shipping),
    paid: decimal(goods - discount + shipping),
  };
}

export const goodsOf = (lines: readonly StoryLine[]): Minor =>
  lines.reduce((sum, line) => sum + minor(line.price) * line.quantity - minor(line.discount), 0);

export function lineOf(product: DemoProduct, quantity: number, discount: Minor = 0): StoryLine {
  return { sku: product.sku, quantity, price: product.price, discount: decimal(discount) };
}

function chooseLines(dice: Dice, cast: StoryCast, at: number, endAt: number, first: string | null): StoryLine[] {
  const wanted = dice.weighted([1, 2, 3, 4], (count) => [62, 26, 9, 3][count - 1]!);
  const chosen = cast.products.filter((product) => product.sku === first);
  while (chosen.length < Math.min(wanted, cast.products.length)) {
    const others = cast.products.filter((product) => !chosen.includes(product));
    chosen.push(dice.weighted(others, (product) => product.popularity * campaignPull(cast, product, at, endAt)));
  }
  return chosen.map((product) => {
    const quantity = chooseQuantity(dice, minor(product.price));
    const second = quantity >= 2 && minor(product.price) >= 9_800 && dice.chance(0.6);
    return lineOf(product, quantity, second ? 2_000 : 0);
  });
}

function chooseQuantity(dice: Dice, price: Minor): number {
  if (price >= 100_000) return 1;
  const weights = price < 10_000 ? [70, 20, 10] : [84, 13, 3];
  return dice.weighted([1, 2, 3], (quantity) => weights[quantity - 1]!);
}

function campaignPull(cast: StoryCast, product: DemoProduct, at: number, endAt: number): number {
  const running = cast.campaigns.some(
    (campaign) =>
      at >= midnight(endAt, campaign.fromDay) &&
      at < midnight(endAt, campaign.toDay) &&
      campaign.categories.includes(product.category),
  );
  return running ? 1.7 : 1;
}

function chooseCoupon(
  dice: Dice,
  cast: StoryCast,
  goods: Minor,
  visit: { at: number; endAt: number; isNew: boolean; promoter: string | null },
): DemoCoupon | null {
  const usable = cast.coupons.filter((coupon) => {
    const daysAgo = (visit.endAt - visit.at) / dayMs;
    const inWindow =
      !coupon.windowDaysAgo || (daysAgo <= coupon.windowDaysAgo.from && daysAgo > coupon.windowDaysAgo.to);
    return inWindow && goods >= minor(coupon.minimum) && (visit.isNew || !coupon.newCustomersOnly);
  });
  // A promoter's coupon travels with their shares; now and then it leaks to somebody who came another way.
  return (
    usable.find((coupon) =>
      dice.chance(
        coupon.owner === null ? (coupon.newCustomersOnly ? 0.5 : 0.2) : coupon.owner === visit.promoter ? 0.25 : 0.004,
      ),
    ) ?? null
  );
}

const farProvinces = new Set(['新疆维吾尔自治区', '西藏自治区']);

/** Free from ¥99.00, elsewhere ¥10.00; the far west ¥15.00 below ¥199.00. */
function postage(goods: Minor, address: Address): Minor {
  if (farProvinces.has(address.province)) return goods >= 19_900 ? 0 : 1_500;
  return goods >= 9_900 ? 0 : 1_000;
}
