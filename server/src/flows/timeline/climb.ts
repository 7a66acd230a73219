import {
  type BonusOrder,
  type BookInForce,
  bonusWindow,
  climbGroup,
  climbTo,
  demoteTo,
  type Ladder,
  type LadderState,
  ladderState,
  measureOf,
  startBonus,
  stepsReached,
  type TierBonuses,
  type TierStep,
} from '@fenrun/engine';
import { FOREVER, type Instant, invariant } from '@fenrun/kernel';
import { newId } from '../../foundation/ids';
import { type BonusRunRow, type CounterRow, isSameRate, METRIC_COUNTER } from '../../modules/climbing';
import { type Hand, heldAt, type PromoterInHand, promoterOf } from './hand';
import { moveGroup, moveProgramme } from './move';

/** Why counters change: an approval lifts, the others may lower. */
export type Cause = 'approval' | 'refund' | 'rejection' | 'adjustment';

/** The ladder as it stands at an instant, with the programmes that are active then. */
export function ladderAt(hand: Hand, at: Instant): { ladder: Ladder | null; state: LadderState } {
  return ladderOf(heldAt(hand, at));
}

/** The ladder of a rule book, with the programmes that are active in it. */
export function ladderOf({ ladder, programmes }: Pick<BookInForce, 'ladder' | 'programmes'>): {
  ladder: Ladder | null;
  state: LadderState;
} {
  const all = [...programmes.values()];
  const standard = all.find(({ programme }) => programme.isDefault && programme.isActive);
  invariant(standard, 'one active programme is the default');
  const isActive = (code: string) => programmes.get(code)?.programme.isActive ?? false;
  return { ladder, state: ladderState(ladder, isActive, standard.code) };
}

/** The promoter's counter for the ladder's metric; 0 without a ladder, and for counters of an earlier cycle. */
export function ladderCounter(hand: Hand, ladder: Ladder | null, counter: CounterRow | null): number {
  if (!ladder || !counter || counter.cycleAt < hand.timeline.cycleAt) return 0;
  return counter[METRIC_COUNTER[ladder.metric]];
}

/** Looks at a promoter whose counters just changed: up the ladder, down where the merchant demotes, groups, tier bonuses. */
export function climbAfter(
  hand: Hand,
  promoterId: string,
  before: CounterRow,
  cause: Cause,
  at: Instant,
  order: BonusOrder | null,
): void {
  const promoter = promoterOf(hand, promoterId);
  const { ladder, state } = ladderAt(hand, at);
  const was = ladderCounter(hand, ladder, before);
  const is = ladderCounter(hand, ladder, promoter.counter);
  const position = { programme: promoter.row.programme, isPinned: promoter.row.isProgrammePinned };
  if (is > was) moveProgramme(hand, promoter, climbTo(state, position, is), 'climbed', at);
  else if (is < was && cause !== 'approval' && heldAt(hand, at).settings.settings.demoteOnRefund) {
    moveProgramme(hand, promoter, demoteTo(state, position, was, is), 'demoted', at);
  }
  if (order && promoter.counter) {
    const present = { group: promoter.row.groupCode, isPinned: promoter.row.isGroupPinned };
    moveGroup(hand, promoter, climbGroup(heldAt(hand, at).grouping, present, promoter.counter), 'climbed', at);
    if (cause === 'approval' && order.remainingBase > 0) reachBonuses(hand, promoter, order, at);
  }
}

function reachBonuses(hand: Hand, promoter: PromoterInHand, order: BonusOrder, at: Instant): void {
  const { tierBonuses } = heldAt(hand, at);
  if (!tierBonuses || tierBonuses.steps.length === 0) return;
  const windows = tierBonuses.steps.map((step) => bonusWindow(step.window, at, hand.zone));
  const metrics = tierBonuses.steps.map((step, index) =>
    bonusMetric(promoter, tierBonuses, step.window === 'since_joining', windows[index] as Window),
  );
  const added = windows.map((window) => measureOf(tierBonuses.metric, order, window));
  for (const step of stepsReached(tierBonuses, metrics, added)) startStep(hand, promoter, tierBonuses, step, at);
}

type Window = ReturnType<typeof bonusWindow>;

/** The metric over a window of paid times; over all time it is what the counter already holds. */
function bonusMetric(promoter: PromoterInHand, { metric }: TierBonuses, isAllTime: boolean, window: Window): number {
  if (isAllTime) return (metric === 'sales' ? promoter.counter?.revenue : promoter.counter?.orders) ?? 0;
  invariant(promoter.counted, `the counted sales of ${promoter.row.id} are not in hand`);
  let total = 0;
  for (const { paidAt, base } of promoter.counted.values())
    total += measureOf(metric, { paidAt, remainingBase: base }, window);
  return total;
}

/** Starts a bonus step at the instant, or extends the one that runs. One that began on other terms ends as it began. */
export function startStep(hand: Hand, promoter: PromoterInHand, bonuses: TierBonuses, step: number, at: Instant): void {
  const terms = bonuses.steps[step - 1];
  const running = promoter.runs.find(
    (run) => run.step === step && run.fromAt <= at && at < run.toAt && terms && hasTerms(run, terms),
  );
  const before = running && {
    step,
    threshold: running.threshold,
    rate: running.rate,
    from: running.fromAt,
    to: running.toAt === FOREVER ? null : running.toAt,
  };
  const run = startBonus(bonuses, step, at, before ?? null);
  if (running) {
    running.toAt = run.to ?? FOREVER;
    hand.written.runs.add(running);
    return;
  }
  const row = {
    merchantId: hand.merchantId,
    promoterId: promoter.row.id,
    id: newId(hand.present),
    step,
    threshold: run.threshold,
    rate: run.rate,
    fromAt: at,
    toAt: run.to ?? FOREVER,
  };
  promoter.runs.push(row);
  hand.written.runs.add(row);
  hand.written.facts.push({ topic: 'bonus-started', promoterId: promoter.row.id, subjectId: row.id, at });
}

function hasTerms(run: Pick<BonusRunRow, 'threshold' | 'rate'>, { threshold, rate }: TierStep): boolean {
  return run.threshold === threshold && isSameRate(run.rate, rate);
}
