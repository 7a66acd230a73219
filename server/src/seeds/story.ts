import { demoProducts } from './catalogue';
import { demoCampaigns, demoCoupons } from './offers';
import { type DemoCustomer, demoApplicants, demoPromoters, drawCustomers } from './people';
import { diceOf, type Random } from './random';
import { afterSale } from './story/after-sale';
import { midnight, storyDays } from './story/calendar';
import type { StoryCast } from './story/cast';
import { decisionEvents, payoutEvents } from './story/decisions';
import type { StoryEvent } from './story/events';
import { joiningEvents, standingEvents } from './story/joining';
import { numberOrders, sellDaily } from './story/orders';
import { addPassersBy, numberShares, shareDaily } from './story/touches';

export type { StoryCast } from './story/cast';
export type * from './story/events';

export type Story = {
  customers: readonly DemoCustomer[];
  /** In order of time; equal instants keep the order in which they must happen. */
  events: StoryEvent[];
  /** The first instant: midnight, in the shop's zone, of the first of its days; the day of the end is the last. */
  startAt: number;
  endAt: number;
};

/** What may be turned down for a quick start; the defaults make every screen worth looking at. */
export type StorySize = { customerCount?: number; orderCount?: number; opensPerShare?: number };

/**
 * The 120 days of the large shop up to `endAt` (an instant). Pure: the same random and end always tell the same story.
 * Nothing lies after `endAt`, and the last two days leave work on the desk: applications, reviews, payouts, parcels.
 */
export function tellDemoStory(random: Random, endAt: number, size: StorySize = {}): Story {
  const customers = drawCustomers(random, size.customerCount ?? 400);
  const cast: StoryCast = {
    orderPrefix: 'SY',
    products: demoProducts,
    promoters: demoPromoters,
    applicants: demoApplicants,
    customers,
    coupons: demoCoupons,
    campaigns: demoCampaigns,
    days: 120,
    orderCount: size.orderCount ?? 5000,
    opensPerShare: size.opensPerShare ?? 2.5,
    subscriptions: 14,
    eventful: true,
  };
  const story = tellStory(random, cast, endAt);
  return { ...story, events: inOrder([...story.events, ...standingEvents(endAt)]) };
}

/** Tells the story of any cast. */
export function tellStory(random: Random, cast: StoryCast, endAt: number): Story {
  const dice = diceOf(random);
  const startAt = midnight(endAt, 1 - cast.days);
  const days = storyDays(dice, endAt, cast.days, cast.campaigns);
  const book = shareDaily(dice, cast, days, endAt);
  const orders = sellDaily(dice, cast, book, days, endAt);
  numberOrders(cast, orders);
  addPassersBy(dice, cast, book, endAt);
  const shareNumbers = numberShares(book);
  for (const order of orders) order.share &&= shareNumbers.get(order.share)!;
  const ends = orders.map((order) => ({ order, ...afterSale(dice, order, endAt) }));
  const maturing = ends.flatMap(({ order, maturesAt }) => (maturesAt === null ? [] : [{ order, maturesAt }]));
  const events = inOrder([
    ...joiningEvents(dice, cast, startAt, endAt),
    ...[...book.sharesOf.values()].flat(),
    ...book.opens,
    ...book.leads,
    ...orders,
    ...ends.flatMap((end) => end.events),
    ...decisionEvents(dice, maturing, startAt, endAt),
    ...payoutEvents(dice, cast, startAt, endAt),
  ]);
  return { customers: cast.customers, events: events.filter((event) => event.at <= endAt), startAt, endAt };
}

/** Sorting is stable: of two events at one instant the one named earlier stays first. */
const inOrder = (events: StoryEvent[]): StoryEvent[] => [...events].sort((a, b) => a.at - b.at);
