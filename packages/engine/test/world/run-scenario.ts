import { inForce, leaveDeactivated, monthStarts, releaseGroup, releaseTo, resetsBetween } from '../../src/index';
import { recordTouch } from './attribute';
import {
  evaluateAll,
  groupNow,
  ladderCounter,
  moveTo,
  programmeNow,
  runFirstOfMonth,
  runReset,
  withDemotion,
} from './climbing';
import { groupCountersOf } from './counting';
import { adjust, decidePerson, mature, maturityOf, payout, payoutResult } from './deciding';
import { applyRefund, recordOrder } from './record-order';
import type { EventJson, ScenarioJson } from './scenario-file';
import { createWorld, defaultProgramme, isProgrammeActive, ladderNow, promoterOf, saveBook, type World } from './state';

/** What a played scenario comes to: its world, the code with which each event was refused, and where that is not its `fails`. */
export interface Played {
  readonly world: World;
  readonly refusals: (string | null)[];
  readonly problems: string[];
}

/** Plays a scenario. `watch` is called after each event. */
export function runScenario(file: ScenarioJson, watch?: (world: World, event: EventJson) => void): Played {
  const world = createWorld(file);
  startOff(world);
  let before = world.now - 1;
  const refusals = file.events.map((event) => {
    const at = world.reading.instant(event.at);
    runDue(world, before, at);
    before = at;
    const refused = deliver(world, event);
    runDue(world, at, at);
    watch?.(world, event);
    return refused;
  });
  const problems = file.events.flatMap((event, index) =>
    refusals[index] === (event.fails ?? null)
      ? []
      : [`${event.at} ${event.do} ${event.id ?? event.order ?? ''}: ${refusals[index]} instead of ${event.fails}`],
  );
  return { world, refusals, problems };
}

/** What holds from the start is no move: it replaces where people began. */
function startOff(world: World): void {
  evaluateAll(world);
  for (const promoter of world.promoters.values()) {
    promoter.programme = [{ at: Number.NEGATIVE_INFINITY, value: programmeNow(promoter) }];
    promoter.group = [{ at: Number.NEGATIVE_INFINITY, value: groupNow(promoter) }];
  }
}

/** Runs everything due after `after` up to `upTo`, each at its own instant: resets, the first of the month, maturities by creation. */
function runDue(world: World, after: number, upTo: number): void {
  const { ladder } = inForce(world.compiled, upTo);
  const resets = ladder?.reset ? resetsBetween(ladder.reset, world.zone, after, upTo).map(({ at }) => at) : [];
  const firsts = monthStarts(world.zone, after, upTo);
  for (;;) {
    const pending = world.commissions.filter(({ status }) => status === 'pending');
    const due = pending.map((one) => Math.max(maturityOf(world, one), world.now)).filter((at) => at <= upTo);
    const at = Math.min(...due, ...resets.slice(0, 1), ...firsts.slice(0, 1));
    if (at > upTo) break;
    world.now = at;
    if (resets[0] === at) {
      resets.shift();
      runReset(world);
    } else if (firsts[0] === at) {
      firsts.shift();
      runFirstOfMonth(world);
    } else {
      const next = pending.find((one) => maturityOf(world, one) <= at);
      if (next) mature(world, next);
    }
  }
  world.now = upTo;
}

/** Does what the event says; a text is the code with which it is refused. */
type Handler = (world: World, event: EventJson) => unknown;

const HANDLERS: Record<string, Handler> = {
  order: (world, event) => {
    if (!world.orders.has(event.id ?? '')) recordOrder(world, event);
  },
  complete: (world, event) => {
    const order = world.orders.get(event.order ?? '');
    if (order) order.receivedAt ??= world.now;
    else if (!world.waitingReceipts.has(event.order ?? '')) world.waitingReceipts.set(event.order ?? '', world.now);
  },
  refund: (world, event) => {
    if (world.refundIds.has(event.id ?? '')) return;
    world.refundIds.add(event.id ?? '');
    const order = world.orders.get(event.order ?? '');
    if (order) withDemotion(world, () => applyRefund(world, order, event));
    else world.waitingRefunds.push({ order: event.order ?? '', event });
  },
  touch: recordTouch,
  approve: decidePerson,
  reject: decidePerson,
  adjust,
  payout: (world, event) => (world.payouts.has(event.id ?? '') ? null : payout(world, event)),
  payout_result: payoutResult,
  tick: () => undefined,
  set_status: (world, event) => {
    promoterOf(world, event.promoter).status.push({ at: world.now, value: event.status ?? 'active' });
  },
  assign_group: (world, event) => {
    const promoter = promoterOf(world, event.promoter);
    promoter.group.push({ at: world.now, value: event.group ?? null });
    promoter.isGroupPinned = true;
  },
  release_group: (world, event) => {
    const promoter = promoterOf(world, event.promoter);
    if (!promoter.isGroupPinned) return 'not-pinned';
    promoter.isGroupPinned = false;
    const { grouping } = inForce(world.compiled, world.now);
    const group = releaseGroup(grouping, groupNow(promoter), groupCountersOf(world, promoter.id));
    promoter.group.push({ at: world.now, value: group });
    return null;
  },
  assign_programme: (world, event) => {
    if (!isProgrammeActive(world, event.programme ?? '')) return 'programme-inactive';
    const promoter = promoterOf(world, event.promoter);
    promoter.isPinned = true;
    moveTo(world, promoter, event.programme ?? '');
    return null;
  },
  release_programme: (world, event) => {
    const promoter = promoterOf(world, event.promoter);
    if (!promoter.isPinned) return 'not-pinned';
    promoter.isPinned = false;
    const position = { programme: programmeNow(promoter), isPinned: false };
    moveTo(world, promoter, releaseTo(ladderNow(world), position, ladderCounter(world, promoter.id)));
    return null;
  },
  deactivate_programme: (world, event) => deactivate(world, event.programme ?? ''),
  add_rule: (world, { rule }) => {
    if (!rule || world.book.rules.some(({ code }) => code === rule.id)) return 'rule-exists';
    const added = world.reading.rule(rule);
    saveBook(world, (book, savedAs) => ({
      ...book,
      rules: [...book.rules, { code: rule.id, versions: [{ savedAs, holdsFrom: world.now, value: added }] }],
    }));
    return null;
  },
  end_rule: (world, { id }) => {
    if (!world.book.rules.some(({ code }) => code === id)) return 'unknown-rule';
    saveBook(world, (book, savedAs) => ({
      ...book,
      rules: book.rules.map((rule) =>
        rule.code === id && rule.versions.at(-1)?.value
          ? { ...rule, versions: [...rule.versions, { savedAs, holdsFrom: world.now, value: null }] }
          : rule,
      ),
    }));
    return null;
  },
};

function deactivate(world: World, programme: string): string | null {
  if (programme === defaultProgramme(world)) return 'default-programme';
  if (!isProgrammeActive(world, programme)) return 'programme-inactive';
  saveBook(world, (book, savedAs) => ({
    ...book,
    programmes: book.programmes.map((one) => {
      const value = one.versions.at(-1)?.value;
      if (one.code !== programme || !value) return one;
      return {
        ...one,
        versions: [...one.versions, { savedAs, holdsFrom: world.now, value: { ...value, isActive: false } }],
      };
    }),
  }));
  const { ladder } = inForce(world.compiled, world.now);
  for (const promoter of world.promoters.values()) {
    if (programmeNow(promoter) !== programme) continue;
    const position = { programme, isPinned: promoter.isPinned };
    moveTo(world, promoter, leaveDeactivated(ladder, ladderNow(world), position, ladderCounter(world, promoter.id)));
  }
  return null;
}

function deliver(world: World, event: EventJson): string | null {
  const handler = HANDLERS[event.do];
  if (!handler) throw new RangeError(`unknown event ${event.do}`);
  const keyed = ['order', 'refund', 'payout', 'payout_result'].includes(event.do);
  let refused: string | null = null;
  for (let time = 0; time < (keyed ? (event.repeat ?? 1) : 1); time += 1) refused = codeOf(handler(world, event));
  evaluateAll(world);
  return refused;
}

function codeOf(answer: unknown): string | null {
  return typeof answer === 'string' ? answer : null;
}
