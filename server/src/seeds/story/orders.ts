import { type Address, type DemoCustomer, type DemoPromoter, drawAddress } from '../people';
import type { Dice } from '../random';
import { orderNotes } from '../words';
import { type Basket, fillBasket, lineOf, priceBasket } from './baskets';
import {
  countsByDay,
  dayMs,
  hourMs,
  minuteMs,
  type StoryDay,
  shoppingInstant,
  shortDay,
  wholeSecond,
} from './calendar';
import { type StoryCast, zealAt } from './cast';
import type { OrderPaid } from './events';
import { minor } from './money';
import { shareBefore, type TouchBook } from './touches';

type Buyer = { id: string; phone: string; address: Address };

type Shop = {
  dice: Dice;
  cast: StoryCast;
  book: TouchBook;
  startAt: number;
  endAt: number;
  favourites: Map<string, DemoPromoter | null>;
  known: Set<string>;
};

/** All orders of the story in order of time, unnumbered; the opens that led to them go into the book. */
export function sellDaily(
  dice: Dice,
  cast: StoryCast,
  book: TouchBook,
  days: readonly StoryDay[],
  endAt: number,
): OrderPaid[] {
  const renewals = subscriptionOrders(dice, cast, days, endAt);
  const shop: Shop = {
    dice,
    cast,
    book,
    startAt: days[0]!.start,
    endAt,
    favourites: chooseFavourites(dice, cast),
    known: new Set(),
  };
  const orders = countsByDay(days, cast.orderCount - renewals.length).flatMap((count, index) =>
    Array.from({ length: count }, () => shoppingInstant(dice, days[index]!.start, endAt))
      .sort((a, b) => a - b)
      .map((at) => sell(shop, at)),
  );
  return [...orders, ...renewals].sort((a, b) => a.at - b.at);
}

/** Gives every order its number: prefix, day, and its place in the day. */
export function numberOrders(cast: StoryCast, orders: readonly OrderPaid[]): void {
  const inDay = new Map<string, number>();
  for (const order of orders) {
    const day = shortDay(order.at);
    const place = (inDay.get(day) ?? 0) + 1;
    inDay.set(day, place);
    order.order = `${cast.orderPrefix}${day}${String(place).padStart(4, '0')}`;
  }
}

function sell(shop: Shop, at: number): OrderPaid {
  const { dice, cast } = shop;
  const customer = dice.weighted(cast.customers, (one) => one.appetite);
  // In the first hour nobody can have come through a share of this story.
  const promoter = at < shop.startAt + hourMs ? null : choosePromoter(shop, customer, at);
  const oddity = chooseOddity(shop, promoter, at);
  const buyer: Buyer = oddity === 'self-purchase' ? selfBuyer(dice, promoter!) : customer;
  const isManual = promoter?.group === 'store' && oddity === null && dice.chance(0.07);
  const comes = promoter !== null && oddity !== 'unknown-code' && !isManual;
  const share = comes ? shareBefore(dice, cast, shop.book, promoter, at, shop.startAt) : null;
  const first = share && dice.chance(0.74) ? share.sku : null;
  const isNew = !shop.known.has(buyer.id);
  shop.known.add(buyer.id);
  const visit = { at, endAt: shop.endAt, first, isNew, promoter: promoter?.code ?? null, address: buyer.address };
  const basket = oddity === 'large' ? largeBasket(dice, cast, buyer.address) : fillBasket(dice, cast, visit);
  if (share)
    shop.book.opens.push({
      at: openedBefore(dice, share.at, at, oddity),
      do: 'open',
      share: share.share,
      person: buyer.id,
    });
  const named = isManual ? promoter.code : oddity === 'unknown-code' ? dice.pick(['XM2078', 'CJ1472', 'LX1060']) : null;
  return {
    ...blankOrder(dice, buyer, at, basket),
    type: isManual ? 'manual' : 'one_time',
    phone: oddity === 'same-phone' ? promoter!.phone : buyer.phone,
    promoter: named,
    share: share?.share ?? null,
    device: oddity === 'shared-device' ? 'D-7f3a90c2' : deviceOf(buyer.id),
    oddity,
  };
}

function blankOrder(dice: Dice, buyer: Buyer, at: number, basket: Basket): OrderPaid {
  return {
    at,
    do: 'order',
    order: '',
    type: 'one_time',
    subscription: null,
    sequence: null,
    customer: buyer.id,
    phone: buyer.phone,
    address: buyer.address,
    promoter: null,
    share: null,
    ...basket,
    device: deviceOf(buyer.id),
    ip: `203.0.113.${(spread(buyer.id) % 250) + 1}`,
    note: dice.chance(0.05) ? dice.pick(orderNotes) : null,
    oddity: null,
  };
}

/** Most customers have one person whose advice they follow. */
function chooseFavourites(dice: Dice, cast: StoryCast): Map<string, DemoPromoter | null> {
  return new Map(
    cast.customers.map((customer) => [
      customer.id,
      dice.chance(0.88) ? dice.weighted(cast.promoters, (one) => one.strength) : null,
    ]),
  );
}

function choosePromoter(shop: Shop, customer: DemoCustomer, at: number): DemoPromoter | null {
  const { dice, cast, endAt } = shop;
  const roll = dice.between(0, 1);
  if (roll < 0.09) return null;
  const favourite = shop.favourites.get(customer.id) ?? null;
  const zeal = favourite ? zealAt(favourite, at, endAt) : 0;
  if (favourite && roll < 0.7 && zeal > 0 && dice.chance(Math.min(1, zeal / favourite.strength))) return favourite;
  const awake = cast.promoters.filter((promoter) => zealAt(promoter, at, endAt) > 0);
  return awake.length === 0 ? null : dice.weighted(awake, (promoter) => zealAt(promoter, at, endAt));
}

function chooseOddity(shop: Shop, promoter: DemoPromoter | null, at: number): OrderPaid['oddity'] {
  const { dice, cast, endAt } = shop;
  if (!cast.eventful || promoter === null) return null;
  const daysAgo = (endAt - at) / dayMs;
  if (promoter.code === 'MF1180' && daysAgo < 40 && daysAgo > 16 && dice.chance(0.8)) return 'shared-device';
  const roll = dice.between(0, 1) * 1000;
  if (roll < 7) return 'self-purchase';
  if (roll < 9.5) return 'same-phone';
  if (roll < 13.5) return 'too-fast';
  if (roll < 15) return 'large';
  return roll < 16 ? 'unknown-code' : null;
}

/** Opened minutes to hours before paying, but never before the share was made. */
function openedBefore(dice: Dice, sharedAt: number, paidAt: number, oddity: OrderPaid['oddity']): number {
  if (oddity === 'too-fast') return paidAt - dice.whole(11, 48) * 1000;
  const lead = dice.chance(0.7) ? dice.between(3, 50) : dice.between(50, 900);
  return Math.max(sharedAt + 20_000, wholeSecond(paidAt - lead * minuteMs));
}

function selfBuyer(dice: Dice, promoter: DemoPromoter): Buyer {
  return { id: promoter.customerId, phone: promoter.phone, address: drawAddress(dice) };
}

/** An office that buys a dozen and more of one thing. */
function largeBasket(dice: Dice, cast: StoryCast, address: Address): Basket {
  const fitting = cast.products.filter((product) => minor(product.price) >= 15_000 && minor(product.price) < 60_000);
  return priceBasket([lineOf(dice.pick(fitting), dice.whole(10, 18))], null, address);
}

const monthlyGoods = ['FOOD-RICE', 'FOOD-NUTS', 'TEA-DIANHONG'];

/** Standing orders: the same thing every thirty days to the same door. */
function subscriptionOrders(dice: Dice, cast: StoryCast, days: readonly StoryDay[], endAt: number): OrderPaid[] {
  const goods = cast.products.filter((product) => monthlyGoods.includes(product.sku));
  return Array.from({ length: cast.subscriptions }, (_, index) => {
    const customer = cast.customers[(index * 17) % cast.customers.length]!;
    const product = goods[index % goods.length]!;
    const beginsAt = shoppingInstant(dice, days[dice.whole(2, Math.floor(days.length * 0.6))]!.start, endAt);
    const count = Math.floor((endAt - beginsAt - 1) / (30 * dayMs)) + 1;
    return Array.from({ length: count }, (_each, sequence) => ({
      ...blankOrder(
        dice,
        customer,
        beginsAt + sequence * 30 * dayMs,
        priceBasket([lineOf(product, 1)], null, customer.address),
      ),
      type: 'recurring' as const,
      subscription: `${cast.orderPrefix}-M${String(index + 1).padStart(2, '0')}`,
      sequence: sequence + 1,
      // The first is sold by a promoter on the telephone; renewals follow it.
      promoter:
        sequence === 0
          ? dice.pick(cast.promoters.filter((one) => one.strength > 20 && one.arrival === 'imported')).code
          : null,
      note: null,
    }));
  }).flat();
}

const deviceOf = (person: string): string => `D-${spread(person).toString(16).padStart(8, '0')}`;

/** FNV-1a: the same person always has the same device. */
function spread(text: string): number {
  return [...text].reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
}
