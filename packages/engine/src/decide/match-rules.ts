import type { CompiledBook } from '../book/compile-book';
import { type CompiledRule, isReached } from '../book/compiled-rule';
import type { OrderContext } from '../book/order-context';
import type { RuleScope, SaleLine } from '../model/index';

/** The rules that match each line, the one that goes first in front: by layer, then as ranked. */
export function matchRules({ index }: CompiledBook, order: OrderContext): CompiledRule[][] {
  const { sale } = order;
  const { lines } = sale;
  const matched: CompiledRule[][] = lines.map(() => []);
  for (const rule of index.gather(order)) {
    if (sale.paidAt < rule.matchesFrom || sale.paidAt >= rule.matchesTo) continue;
    if (!reaches(rule, order) || !orderHolds(rule, order)) continue;
    if (coversWholeOrder(rule, order)) {
      for (const ofLine of matched) ofLine.push(rule);
      continue;
    }
    lines.forEach((line, place) => {
      if (lineHolds(rule, order, line)) (matched[place] as CompiledRule[]).push(rule);
    });
  }
  return matched.map(inOrder);
}

/** Sorts by rank and leaves out what was found twice. */
function inOrder(rules: CompiledRule[]): CompiledRule[] {
  if (rules.length < 2) return rules;
  rules.sort(byRank);
  return rules.filter((rule, index) => rule !== rules[index - 1]);
}

function byRank(a: CompiledRule, b: CompiledRule): number {
  return a.rank - b.rank;
}

/** Whether this version speaks for its rule at the paid time. */
export function stands(rule: CompiledRule, { sale }: OrderContext): boolean {
  return rule.standsFrom <= sale.paidAt && sale.paidAt < rule.standsTo;
}

export function isInWindow(rule: CompiledRule, { sale }: OrderContext): boolean {
  return rule.from <= sale.paidAt && sale.paidAt < rule.to;
}

/** Whether the rule is for this promoter at all; others are no candidates. */
export function reaches(rule: CompiledRule, { promoter }: OrderContext): boolean {
  return isReached(rule.reachedPromoters, promoter.id) && isReached(rule.reachedGroups, promoter.group);
}

function orderHolds(rule: CompiledRule, order: OrderContext): boolean {
  for (const holds of rule.orderTests) if (!holds(order)) return false;
  return true;
}

function lineHolds(rule: CompiledRule, order: OrderContext, line: SaleLine): boolean {
  for (const holds of rule.lineTests) if (!holds(order, line)) return false;
  return true;
}

/** Whether a rule whose order conditions hold covers all lines: with scope `order` one line that meets its product conditions is enough. */
function coversWholeOrder(rule: CompiledRule, order: OrderContext): boolean {
  if (rule.lineTests.length === 0) return true;
  return scopeOf(rule, order) === 'order' && order.sale.lines.some((line) => lineHolds(rule, order, line));
}

/** The scope of a rule: a campaign that lists products counts as a product condition. */
export function scopeOf({ scope }: CompiledRule, { campaign }: OrderContext): RuleScope {
  return scope ?? (campaign?.listsProducts ? 'matched_lines' : 'order');
}
