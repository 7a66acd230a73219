import type { CompiledBook } from '../book/compile-book';
import type { CompiledRule } from '../book/compiled-rule';
import type { OrderContext } from '../book/order-context';
import type { SaleLine } from '../model/index';

/** The rules that match each line, the one that goes first in front: by layer, then as ranked. */
export function matchRules({ index }: CompiledBook, order: OrderContext): CompiledRule[][] {
  const { lines } = order.sale;
  const matched: CompiledRule[][] = lines.map(() => []);
  for (const rule of index.gather(order)) {
    if (!stands(rule, order) || !isInWindow(rule, order) || !reaches(rule, order) || !orderHolds(rule, order)) continue;
    if (coversWholeOrder(rule, order)) {
      for (const ofLine of matched) ofLine.push(rule);
      continue;
    }
    lines.forEach((line, place) => {
      if (lineHolds(rule, order, line)) (matched[place] as CompiledRule[]).push(rule);
    });
  }
  for (const ofLine of matched) if (ofLine.length > 1) ofLine.sort(byRank);
  return matched;
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
export function reaches({ reachedPromoters, reachedGroups }: CompiledRule, { promoter }: OrderContext): boolean {
  if (reachedPromoters && !reachedPromoters.has(promoter.id)) return false;
  return !reachedGroups || (promoter.group !== null && reachedGroups.has(promoter.group));
}

function orderHolds(rule: CompiledRule, order: OrderContext): boolean {
  for (const { ofOrder } of rule.orderChecks) if (!(ofOrder as (order: OrderContext) => boolean)(order)) return false;
  return true;
}

export function lineHolds(rule: CompiledRule, order: OrderContext, line: SaleLine): boolean {
  for (const { ofLine } of rule.lineChecks) {
    if (!(ofLine as (order: OrderContext, line: SaleLine) => boolean)(order, line)) return false;
  }
  return true;
}

/** Whether a rule whose order conditions hold covers all lines: with scope `order` one line that meets its product conditions is enough. */
function coversWholeOrder(rule: CompiledRule, order: OrderContext): boolean {
  if (rule.lineChecks.length === 0) return true;
  return scopeOf(rule, order) === 'order' && order.sale.lines.some((line) => lineHolds(rule, order, line));
}

/** The scope of a rule: as set, else `matched_lines` where it has product conditions. Only sales matches have one. */
export function scopeOf({ layer, rule }: CompiledRule, { campaign }: OrderContext): 'order' | 'matched_lines' {
  if (layer !== 'sales_match') return 'matched_lines';
  if (rule.scope) return rule.scope;
  const { skus, categories } = rule.when;
  const campaignListsProducts = rule.when.campaign === campaign?.code && campaign?.listsProducts;
  return skus?.length || categories?.length || campaignListsProducts ? 'matched_lines' : 'order';
}
