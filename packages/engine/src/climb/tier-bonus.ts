import { DAY_MS, type Instant } from '@fenrun/kernel';
import { type ActiveBonus, type BonusMetric, holdsAt, type TierBonuses, type Window } from '../model/index';

/** A direct order of a promoter whose commission is approved or paid and which is not wholly refunded. */
export interface BonusOrder {
  readonly paidAt: Instant;
  readonly remainingBase: number;
}

const MEASURE: Readonly<Record<BonusMetric, (order: BonusOrder) => number>> = {
  sales: ({ remainingBase }) => remainingBase,
  conversions: ({ remainingBase }) => (remainingBase > 0 ? 1 : 0),
};

/** What an order adds to the metric where its paid time lies in the window. */
export function measureOf(metric: BonusMetric, order: BonusOrder, window: Window): number {
  return holdsAt(window, order.paidAt) ? MEASURE[metric](order) : 0;
}

/**
 * The steps (1-based) that an approval reached: it lifted their metric from below to at or above the threshold. `metrics` holds for each step its
 * metric with the approved order in it, `added` what that order added.
 */
export function stepsReached({ steps }: TierBonuses, metrics: readonly number[], added: readonly number[]): number[] {
  return steps.flatMap(({ threshold }, index) => {
    const after = metrics[index] ?? 0;
    return after - (added[index] ?? 0) < threshold && threshold <= after ? [index + 1] : [];
  });
}

/** The `last_month` steps (1-based) that are reached at 00:00 on the 1st, each month anew. */
export function stepsReachedOnFirst({ steps }: TierBonuses, metrics: readonly number[]): number[] {
  return steps.flatMap(({ threshold, window }, index) =>
    window === 'last_month' && (metrics[index] ?? 0) >= threshold ? [index + 1] : [],
  );
}

/** A bonus that was started; it runs in `[from, to)`, for good if `to` is null. It keeps the terms that it was started with. */
export interface BonusRun extends ActiveBonus {
  readonly from: Instant;
  readonly to: Instant | null;
}

/**
 * Starts a step at the instant, or extends its running one to the later end. `running` is the promoter's run of that step that holds at the instant,
 * if any. The result replaces `running` (same `from`) or is a new run.
 */
export function startBonus({ steps }: TierBonuses, step: number, at: Instant, running: BonusRun | null): BonusRun {
  const terms = steps[step - 1];
  if (!terms) throw new RangeError(`no bonus step ${step}`);
  const to = terms.days === null ? null : at + terms.days * DAY_MS;
  if (!running) return { step, threshold: terms.threshold, rate: terms.rate, from: at, to };
  return { ...running, to: running.to === null || to === null ? null : Math.max(running.to, to) };
}

/** The runs that hold at the instant, as `SaleFacts` take them. */
export function activeBonuses(runs: readonly BonusRun[], at: Instant): ActiveBonus[] {
  return runs.filter((run) => holdsAt(run, at)).map(({ step, threshold, rate }) => ({ step, threshold, rate }));
}
