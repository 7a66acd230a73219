import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoProducts } from '../../src/seeds/catalogue';
import { otherProducts, otherPromoters, tellOtherStory } from '../../src/seeds/other';
import { demoPromoters } from '../../src/seeds/people';
import { seededRandom } from '../../src/seeds/random';
import { type OrderPaid, type OrderRefunded, type Story, type StoryEvent, tellDemoStory } from '../../src/seeds/story';
import { basesOf } from '../../src/seeds/story/after-sale';
import { wallClock } from '../../src/seeds/story/calendar';
import { minor, shareOfBase } from '../../src/seeds/story/money';

/** An evening in late November, Shanghai time, so that 11 November lies inside. */
const endAt = Date.parse('2026-11-21T12:16:00Z');
const story = tellDemoStory(seededRandom(1), endAt);
const other = tellOtherStory(seededRandom(2), endAt);

function of<Kind extends StoryEvent['do']>(told: Story, kind: Kind) {
  return told.events.filter((event): event is Extract<StoryEvent, { do: Kind }> => event.do === kind);
}

describe.each([
  {
    name: 'the large shop',
    told: story,
    again: () => tellDemoStory(seededRandom(1), endAt),
    products: demoProducts,
    promoters: demoPromoters,
  },
  {
    name: 'the small shop',
    told: other,
    again: () => tellOtherStory(seededRandom(2), endAt),
    products: otherProducts,
    promoters: otherPromoters,
  },
])('$name', ({ told, again, products, promoters }) => {
  const orders = new Map(of(told, 'order').map((order) => [order.order, order]));

  test('one seed always tells the same story', () => {
    expect(again()).toEqual(told);
  });

  test('events stand in order of time and none lies outside the story', () => {
    told.events.forEach((event, index) => {
      expect(Number.isSafeInteger(event.at)).toBe(true);
      if (index > 0) expect(event.at).toBeGreaterThanOrEqual(told.events[index - 1]!.at);
    });
    expect(told.events[0]!.at).toBeGreaterThanOrEqual(told.startAt);
    expect(told.events.at(-1)!.at).toBeLessThanOrEqual(endAt);
  });

  test('an order is of known people and goods, adds up, and has an id of its own', () => {
    const skus = new Map(products.map((product) => [product.sku, product]));
    const buyers = new Set([
      ...told.customers.map((customer) => customer.id),
      ...promoters.map((promoter) => promoter.customerId),
    ]);
    expect(orders.size).toBe(of(told, 'order').length);
    for (const order of orders.values()) {
      expect(buyers, order.order).toContain(order.customer);
      for (const line of order.lines) {
        expect(skus.get(line.sku)?.price, line.sku).toBe(line.price);
        expect(minor(line.discount)).toBeLessThan(minor(line.price) * line.quantity);
      }
      const goods = basesOf(order).reduce((sum, base) => sum + base, 0);
      expect(
        basesOf(order).every((base) => base > 0),
        order.order,
      ).toBe(true);
      expect(goods + minor(order.shipping)).toBe(minor(order.paid));
    }
  });

  test('nothing sells out', () => {
    const sold = new Map<string, number>();
    for (const line of of(told, 'order').flatMap((order) => order.lines))
      sold.set(line.sku, (sold.get(line.sku) ?? 0) + line.quantity);
    for (const product of products) expect(sold.get(product.sku) ?? 0, product.sku).toBeLessThan(product.stock);
  });

  test('refunds never exceed what was paid for, and money goes back to the fen', () => {
    const back = new Map<string, OrderRefunded[]>();
    for (const refund of of(told, 'refund')) back.set(refund.order, [...(back.get(refund.order) ?? []), refund]);
    for (const [id, refunds] of back) expect(faultOfRefunds(orders.get(id)!, refunds), id).toBeNull();
  });

  test('what follows an order follows it', () => {
    const seen = new Map<string, number>();
    for (const event of told.events) {
      if (event.do === 'order') seen.set(event.order, event.at);
      if (event.do === 'ship' || event.do === 'complete' || event.do === 'refund')
        expect(seen.get(event.order), event.order).toBeLessThan(event.at);
    }
    const shipped = new Map(of(told, 'ship').map((event) => [event.order, event.at]));
    for (const done of of(told, 'complete')) expect(shipped.get(done.order)).toBeLessThan(done.at);
  });

  test('shares are opened only after they were made, by promoters who are in', () => {
    const shares = new Map<string, number>();
    const inside = new Set<string>();
    const applied = new Map<string, string | null>();
    for (const event of told.events) {
      if (event.do === 'import-promoter') inside.add(event.promoter);
      if (event.do === 'apply') {
        applied.set(event.application, event.promoter);
        if (event.inviter) expect(inside, event.name).toContain(event.inviter);
      }
      if (event.do === 'decide-application' && event.decision === 'approve')
        inside.add(applied.get(event.application)!);
      if (event.do === 'share') {
        expect(inside, event.share).toContain(event.promoter);
        shares.set(event.share, event.at);
      }
      if (event.do === 'open' || event.do === 'lead')
        expect(shares.get(event.share), event.share).toBeLessThan(event.at);
      if (event.do === 'order' && event.share) expect(shares.get(event.share), event.order).toBeLessThan(event.at);
    }
    expect([...inside].sort()).toEqual(promoters.map((promoter) => promoter.code).sort());
  });

  test('a payout is asked for, then decided, then settled', () => {
    const state = new Map<string, string>();
    for (const event of told.events) {
      if (event.do === 'request-payout') state.set(event.payout, 'requested');
      if (event.do === 'decide-payout') {
        expect(state.get(event.payout)).toBe('requested');
        state.set(event.payout, event.decision);
      }
      if (event.do === 'settle-payout') expect(state.get(event.payout)).toBe('approve');
    }
  });
});

test('the large shop has 400 customers and 5,000 orders with about four refunded in a hundred', () => {
  const orders = of(story, 'order');
  expect(story.customers).toHaveLength(400);
  expect(orders).toHaveLength(5000);
  const refunded = new Set(of(story, 'refund').map((refund) => refund.order)).size / orders.length;
  expect(refunded).toBeGreaterThan(0.03);
  expect(refunded).toBeLessThan(0.055);
  expect(of(story, 'refund').some((refund) => refund.of === 'rest')).toBe(true);
  expect(of(story, 'refund').some((refund) => refund.of !== 'rest' && 'lines' in refund.of)).toBe(true);
  expect(of(story, 'refund').some((refund) => refund.of !== 'rest' && 'amounts' in refund.of)).toBe(true);
});

test('the small shop has five promoters and 40 orders', () => {
  expect(otherPromoters).toHaveLength(5);
  expect(otherProducts).toHaveLength(6);
  expect(of(other, 'order')).toHaveLength(40);
});

test('Singles’ Day is the busiest day where it falls inside, and a few promoters bring most of the sales', () => {
  const byDay = new Map<string, number>();
  for (const { at } of of(story, 'order')) {
    const { month, day } = wallClock(at);
    byDay.set(`${month}-${day}`, (byDay.get(`${month}-${day}`) ?? 0) + 1);
  }
  expect([...byDay].sort((a, b) => b[1] - a[1])[0]![0]).toBe('11-11');
  const promoterOf = new Map(of(story, 'share').map((share) => [share.share, share.promoter]));
  const counts = new Map<string, number>();
  for (const order of of(story, 'order')) {
    const promoter = order.promoter ?? promoterOf.get(order.share ?? '');
    if (promoter) counts.set(promoter, (counts.get(promoter) ?? 0) + 1);
  }
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  expect(sorted.slice(0, 12).reduce((sum, count) => sum + count, 0) / total).toBeGreaterThan(0.55);
});

test('at the end something waits for everybody: applications, parcels, reviews and payouts', () => {
  const decided = new Set(of(story, 'decide-application').map((event) => event.application));
  expect(of(story, 'apply').filter((event) => !decided.has(event.application))).toHaveLength(7);
  const shipped = new Set([...of(story, 'ship'), ...of(story, 'refund')].map((event) => event.order));
  expect(of(story, 'order').filter((order) => !shipped.has(order.order)).length).toBeGreaterThan(10);
  expect(of(story, 'decide-commissions').at(-1)!.at).toBeLessThan(endAt - 40 * 3_600_000);
  const answered = new Set(of(story, 'decide-payout').map((event) => event.payout));
  expect(of(story, 'request-payout').filter((event) => !answered.has(event.payout)).length).toBeGreaterThan(4);
});

test.each(['2026-01-01T00:00:30+08:00', '2026-03-01T03:00:00Z', '2026-08-17T23:59:59+08:00', '2027-02-28T16:00:00Z'])(
  'the story can end at %s',
  (end) => {
    const told = tellDemoStory(seededRandom(5), Date.parse(end), { orderCount: 600, opensPerShare: 0.5 });
    expect(of(told, 'order')).toHaveLength(600);
    expect(told.events.at(-1)!.at).toBeLessThanOrEqual(Date.parse(end));
  },
);

test('nothing in the seeds takes chance or time from outside', () => {
  const folder = resolve(import.meta.dirname, '../../src/seeds');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  for (const file of sources)
    expect(readFileSync(resolve(folder, file), 'utf8'), file).not.toMatch(/Math\.random|Date\.now|new Date\(\)/);
});

/** Replays the refunds of an order against the bases of its lines, by the law of domain section 5. */
function faultOfRefunds(order: OrderPaid, refunds: readonly OrderRefunded[]): string | null {
  const bases = basesOf(order);
  const pieces = order.lines.map(() => 0);
  const amounts = order.lines.map(() => 0);
  const left = (index: number) =>
    bases[index]! - shareOfBase(bases[index]!, pieces[index]!, order.lines[index]!.quantity) - amounts[index]!;
  const all = () => bases.reduce((sum, _, index) => sum + left(index), 0);
  let returned = 0;
  for (const refund of refunds) {
    const before = all();
    if (before <= 0) return 'nothing was left';
    if (refund.of === 'rest') for (const index of bases.keys()) amounts[index]! += left(index);
    else if ('lines' in refund.of)
      for (const { sku, quantity } of refund.of.lines)
        pieces[order.lines.findIndex((line) => line.sku === sku)]! += quantity;
    else
      for (const { sku, amount } of refund.of.amounts)
        amounts[order.lines.findIndex((line) => line.sku === sku)]! += minor(amount);
    if (bases.some((_, index) => left(index) < 0 || pieces[index]! > order.lines[index]!.quantity))
      return 'more than was left';
    const taken = before - all();
    const money = minor(refund.money);
    if (money !== taken && money !== taken + minor(order.shipping)) return `${refund.money} for ${taken}`;
    returned += money;
  }
  return returned > minor(order.paid) ? 'more than was paid' : null;
}
