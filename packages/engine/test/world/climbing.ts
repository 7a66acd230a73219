import { type Instant, minor } from '@fenrun/kernel';
import {
  bonusWindow,
  climbGroup,
  climbTo,
  demoteTo,
  inForce,
  measureOf,
  resetTo,
  startBonus,
  stepsReached,
  stepsReachedOnFirst,
} from '../../src/index';
import { bonusOrdersOf, countersOf, groupCountersOf } from './counting';
import { asOf, type CommissionState, ladderNow, type PromoterState, type World } from './state';

export function programmeNow(promoter: PromoterState): string {
  return promoter.programme.at(-1)?.value as string;
}

export function groupNow(promoter: PromoterState): string | null {
  return promoter.group.at(-1)?.value ?? null;
}

export function ladderCounter(world: World, promoter: string): number {
  const metric = inForce(world.compiled, world.now).ladder?.metric;
  return metric ? (countersOf(world, promoter, world.lastReset)[metric] ?? 0) : 0;
}

export function moveTo(world: World, promoter: PromoterState, programme: string): void {
  if (programme !== programmeNow(promoter)) promoter.programme.push({ at: world.now, value: programme });
}

/** Everybody stands where the counters say, upwards. */
export function evaluateAll(world: World): void {
  const state = ladderNow(world);
  const { grouping } = inForce(world.compiled, world.now);
  for (const promoter of world.promoters.values()) {
    const position = { programme: programmeNow(promoter), isPinned: promoter.isPinned };
    moveTo(world, promoter, climbTo(state, position, ladderCounter(world, promoter.id)));
    const present = { group: groupNow(promoter), isPinned: promoter.isGroupPinned };
    const group = climbGroup(grouping, present, groupCountersOf(world, promoter.id));
    if (group !== present.group) promoter.group.push({ at: world.now, value: group });
  }
}

/** Runs a change that may lower counters, and demotes those whom it takes below their level, if the merchant wants that. */
export function withDemotion(world: World, change: () => void): void {
  const before = new Map([...world.promoters.keys()].map((id) => [id, ladderCounter(world, id)]));
  change();
  if (inForce(world.compiled, world.now).settings.settings.demoteOnRefund) {
    const state = ladderNow(world);
    for (const promoter of world.promoters.values()) {
      const position = { programme: programmeNow(promoter), isPinned: promoter.isPinned };
      moveTo(
        world,
        promoter,
        demoteTo(state, position, before.get(promoter.id) ?? 0, ladderCounter(world, promoter.id)),
      );
    }
  }
  evaluateAll(world);
}

export function runReset(world: World): void {
  const { ladder } = inForce(world.compiled, world.now);
  const state = ladderNow(world);
  for (const promoter of world.promoters.values()) {
    if (ladder)
      moveTo(
        world,
        promoter,
        resetTo(ladder, state, { programme: programmeNow(promoter), isPinned: promoter.isPinned }),
      );
  }
  world.lastReset = world.now;
  evaluateAll(world);
}

function metricsOf(world: World, promoter: string, at: Instant): number[] {
  const { tierBonuses } = inForce(world.compiled, world.now);
  return (tierBonuses?.steps ?? []).map(({ window }) => {
    const span = bonusWindow(window, at, world.zone);
    const orders = bonusOrdersOf(world, promoter);
    return orders.reduce((all, { order }) => all + measureOf(tierBonuses?.metric ?? 'sales', order, span), 0);
  });
}

function start(world: World, promoter: PromoterState, step: number): void {
  const { tierBonuses } = inForce(world.compiled, world.now);
  if (!tierBonuses) return;
  const running = promoter.runs.find(
    (run) => run.step === step && run.from <= world.now && (run.to === null || world.now < run.to),
  );
  const run = startBonus(tierBonuses, step, world.now, running ?? null);
  if (running) Object.assign(running, run);
  else promoter.runs.push(run);
}

/** An approval may have lifted the metric of a bonus step. */
export function bonusesAfterApproval(world: World, promoter: PromoterState, commission: CommissionState): void {
  const { tierBonuses } = inForce(world.compiled, world.now);
  if (!tierBonuses) return;
  const mine = bonusOrdersOf(world, promoter.id).find((one) => one.commission === commission);
  const added = tierBonuses.steps.map(({ window }) =>
    mine ? measureOf(tierBonuses.metric, mine.order, bonusWindow(window, world.now, world.zone)) : 0,
  );
  for (const step of stepsReached(tierBonuses, metricsOf(world, promoter.id, world.now), added))
    start(world, promoter, step);
}

export function runFirstOfMonth(world: World): void {
  const { tierBonuses } = inForce(world.compiled, world.now);
  if (!tierBonuses) return;
  for (const promoter of world.promoters.values()) {
    for (const step of stepsReachedOnFirst(tierBonuses, metricsOf(world, promoter.id, world.now)))
      start(world, promoter, step);
  }
}

/** Payable = nets of approved and paid commissions − what was paid out − what is in payout; pending = nets of those not decided. */
export function balanceOf(world: World, promoter: string) {
  const person = world.promoters.get(promoter);
  let pending = 0;
  let payable = -(person?.paidOut ?? 0) - (person?.inPayout ?? 0);
  for (const { payee, status, net } of world.commissions) {
    if (payee !== promoter) continue;
    if (status === 'pending' || status === 'in_review') pending += net;
    if (status === 'approved' || status === 'paid') payable += net;
  }
  return {
    pending: minor(pending),
    available: minor(Math.max(0, payable)),
    inPayout: minor(person?.inPayout ?? 0),
    paid: minor(person?.paidOut ?? 0),
    debt: minor(Math.max(0, -payable)),
  };
}

export { asOf };
