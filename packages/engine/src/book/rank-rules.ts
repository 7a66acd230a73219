import type { CompiledRule } from './compiled-rule';
import { compareWithin } from './compiled-rule';

/** The largest priority that a rule can have. */
export const PRIORITY_AT_MOST = 1_000_000;

/** What a priority becomes. */
export interface NewPriority {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** Room that is left beside a rule that goes to an end of its layer. */
const STEP = 10;

/**
 * The priorities by which `moved` comes right before `before` (null: behind all) in its layer, with the fewest rules changed: where
 * a whole number is free between its new neighbours, or the tie-breaks do it, only the moved one changes; else neighbours are
 * pushed aside, on the side where fewer have to. `rules` are the layer's rules as they are tried.
 */
export function placeRule(
  rules: readonly CompiledRule[],
  moved: CompiledRule,
  before: CompiledRule | null,
): NewPriority[] {
  const others = rules.filter((rule) => rule !== moved);
  const at = before === null ? others.length : others.indexOf(before);
  const [above, below] = [others.slice(0, at).reverse(), others.slice(at)];
  const low = Math.max(0, least(above[0], moved));
  const high = Math.min(PRIORITY_AT_MOST, most(moved, below[0]));
  if (low <= high) return changed([[moved, between(low, high, moved, above.length === 0, below.length === 0)]]);
  let best: NewPriority[] | null = null;
  for (let priority = Math.max(0, high); priority <= Math.min(low, PRIORITY_AT_MOST); priority += 1) {
    const plan = pushed(moved, priority, above, below);
    if (plan && (!best || plan.length < best.length)) best = plan;
  }
  return best ?? [];
}

/** The smallest priority of `rule` with which `above` still goes before it. */
function least(above: CompiledRule | undefined, rule: CompiledRule, priority = above?.rule.priority ?? 0): number {
  if (!above) return 0;
  return compareWithin(above, rule) < 0 ? priority : priority + 1;
}

/** The largest priority of `rule` with which it still goes before `below`. */
function most(rule: CompiledRule, below: CompiledRule | undefined, priority = below?.rule.priority ?? 0): number {
  if (!below) return PRIORITY_AT_MOST;
  return compareWithin(rule, below) < 0 ? priority : priority - 1;
}

function between(low: number, high: number, { rule }: CompiledRule, isFirst: boolean, isLast: boolean): number {
  if (rule.priority >= low && rule.priority <= high) return rule.priority;
  if (isLast) return Math.min(high, low + STEP);
  if (isFirst) return Math.max(low, high - STEP);
  return Math.ceil((low + high) / 2);
}

/** The changes if the moved rule had this priority; null where there is no room. */
function pushed(
  moved: CompiledRule,
  priority: number,
  above: readonly CompiledRule[],
  below: readonly CompiledRule[],
): NewPriority[] | null {
  const plan: [CompiledRule, number][] = [[moved, priority]];
  for (const [side, limit] of [
    [above, most],
    [below, least],
  ] as const) {
    let [last, at] = [moved, priority];
    for (const rule of side) {
      const bound = limit === most ? most(rule, last, at) : least(last, rule, at);
      const stands = limit === most ? rule.rule.priority <= bound : rule.rule.priority >= bound;
      if (stands) break;
      if (bound < 0 || bound > PRIORITY_AT_MOST) return null;
      plan.push([rule, bound]);
      [last, at] = [rule, bound];
    }
  }
  return changed(plan);
}

function changed(plan: readonly (readonly [CompiledRule, number])[]): NewPriority[] {
  return plan.flatMap(([{ ref, rule }, to]) => (rule.priority === to ? [] : [{ code: ref, from: rule.priority, to }]));
}
