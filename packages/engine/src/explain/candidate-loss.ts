import { type CompiledRule, type Contender, reasonBehind } from '../book/compiled-rule';
import type { OrderContext } from '../book/order-context';
import { isInWindow, scopeOf } from '../decide/match-rules';
import type { Condition, LossReason, SaleLine, TierComparison } from '../model/index';
import { LAYERS } from '../model/index';

/** The first condition of the rule that fails on the line; null if the rule matches there. */
export function failingCondition(rule: CompiledRule, order: OrderContext, line: SaleLine): Condition | null {
  // With scope `order` the product conditions narrow all lines one after another; the first that leaves none fails.
  let lines: readonly SaleLine[] = scopeOf(rule, order) === 'order' ? order.sale.lines : [line];
  for (const { condition, ofOrder, ofLine } of rule.checks) {
    if (ofOrder && !ofOrder(order)) return condition;
    if (!ofLine) continue;
    lines = lines.filter((one) => ofLine(order, one));
    if (lines.length === 0) return condition;
  }
  return null;
}

/** Why the rule cannot win on the line whatever the others do; null if it matches there. */
export function mismatchOf(rule: CompiledRule, order: OrderContext, line: SaleLine): LossReason | null {
  if (!isInWindow(rule, order)) return 'outside_window';
  const failing = failingCondition(rule, order, line);
  return failing && `condition_failed:${failing}`;
}

/** What a matching candidate on a line is judged by. */
export interface LineVerdict {
  /** The candidate that won the line, null for a manual amount. */
  readonly winner: Contender | null;
  /** The first of the group rules on the line, if one was compared with a bonus. */
  readonly groupWinner: CompiledRule | null;
  readonly comparison: TierComparison | null;
}

/** Why a matching candidate of the line lost; null for the winner. `isBestOfLayer`: nothing of its layer goes before it. */
export function lossOf(candidate: Contender, verdict: LineVerdict, isBestOfLayer: boolean): LossReason | null {
  const { winner, groupWinner, comparison } = verdict;
  if (winner === candidate) return null;
  if (winner === null) return 'lower_layer';
  if (groupWinner && comparison?.winner === 'tier_bonus' && candidate.layer === 'group') {
    return candidate === groupWinner ? 'lower_amount' : reasonBehind(groupWinner, candidate as CompiledRule);
  }
  if (groupWinner && comparison && candidate.layer === 'tier_bonus' && winner.layer === 'group') {
    const isLess = isBestOfLayer && comparison.bonusTotal < comparison.groupTotal;
    return isLess ? 'lower_amount' : 'lower_layer';
  }
  if (LAYERS.indexOf(candidate.layer) > LAYERS.indexOf(winner.layer)) return 'lower_layer';
  return isRule(candidate) && isRule(winner) ? reasonBehind(winner, candidate) : 'lower_priority';
}

function isRule(contender: Contender): contender is CompiledRule {
  return 'rule' in contender;
}
