import { DAY_MS, FOREVER, type Instant } from '@fenrun/kernel';
import { type AttributedBy, foldCoupon, inForce } from '../../src/index';
import type { EventJson } from './scenario-file';
import { isActiveAt, promoterOf, type Touch, type World } from './state';

export function recordTouch(world: World, event: EventJson): void {
  const promoter = promoterOf(world, event.promoter);
  const customer = event.customer ?? '';
  if (!isActiveAt(promoter, world.now)) return;
  world.touches.push({ at: world.now, customer, promoter: promoter.id, campaign: event.campaign ?? null });
  const { binding, bindingDays, onOtherTouch } = inForce(world.compiled, world.now).settings.settings.attribution;
  if (binding === 'none') return;
  const to = binding === 'permanent' ? FOREVER : world.now + (bindingDays ?? 0) * DAY_MS;
  const running = world.bindings.find(
    (one) => one.customer === customer && one.from <= world.now && world.now < one.to,
  );
  if (running?.promoter === promoter.id) running.to = to;
  else if (!running || onOtherTouch === 'take_last') {
    if (running) running.to = world.now;
    world.bindings.push({ customer, promoter: promoter.id, from: world.now, to });
  }
}

export function validTouches(world: World, customer: string, at: Instant): Touch[] {
  const { windowDays } = inForce(world.compiled, at).settings.settings.attribution;
  return world.touches.filter((one) => one.customer === customer && one.at <= at && at < one.at + windowDays * DAY_MS);
}

/** Who gets the sale: the first of the ways of domain.md, section 4, that applies. */
export function attribute(
  world: World,
  event: EventJson,
  paidAt: Instant,
): { promoter: string | null; by: AttributedBy } {
  const { attribution, selfPurchase } = inForce(world.compiled, paidAt).settings.settings;
  if (event.promoter) return { promoter: event.promoter, by: 'order' };
  const subscribed = earlierOfSubscription(world, event);
  if (subscribed) return { promoter: subscribed, by: 'subscription' };
  for (const code of event.coupons ?? []) {
    const owner = world.file.coupons?.find((coupon) => foldCoupon(coupon.code) === foldCoupon(code))?.owner;
    if (owner) return { promoter: owner, by: 'coupon' };
  }
  const { customer } = event;
  if (!customer) return { promoter: null, by: 'none' };
  const bound = world.bindings.find((one) => one.customer === customer && one.from <= paidAt && paidAt < one.to);
  if (bound) return { promoter: bound.promoter, by: 'binding' };
  const touches = validTouches(world, customer, paidAt);
  const touch = attribution.touch === 'first' ? touches[0] : touches.at(-1);
  if (touch) return { promoter: touch.promoter, by: 'touch' };
  const buyer = [...world.promoters.values()].find((one) => one.customer === customer && isActiveAt(one, paidAt));
  if (buyer && selfPurchase.mode !== 'block') return { promoter: buyer.id, by: 'self' };
  return { promoter: null, by: 'none' };
}

function earlierOfSubscription(world: World, event: EventJson): string | null {
  if (event.type !== 'recurring') return null;
  const earlier = [...world.orders.values()]
    .filter((order) => order.event.subscription === event.subscription && order.facts.promoter)
    .filter((order) => (order.event.sequence ?? 0) < (event.sequence ?? 0))
    .sort((a, b) => (a.event.sequence ?? 0) - (b.event.sequence ?? 0));
  return earlier[0]?.facts.promoter?.id ?? null;
}
