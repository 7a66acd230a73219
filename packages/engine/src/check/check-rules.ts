import type { CompiledRule } from '../book/compiled-rule';
import { type Condition, holdsAt, type Rule, type RuleLayer } from '../model/index';
import type { CheckedBook } from './checked-book';
import { type Finding, finding } from './finding';

/** What the rules of a layer may name. Source: domain.md, section 3. */
const TAKES: Readonly<Record<RuleLayer, { promoters: 'must' | 'may' | 'not'; groups: 'must' | 'not'; all: boolean }>> =
  {
    sales_match: { promoters: 'may', groups: 'not', all: true },
    individual: { promoters: 'must', groups: 'not', all: false },
    group: { promoters: 'not', groups: 'must', all: false },
  };

const PRODUCT_CONDITIONS: readonly Condition[] = ['skus', 'categories'];

/** Checks each rule by itself: what its layer takes, its window, its range, and the codes that it names. */
export function checkRules({ rules, held, around }: CheckedBook): Finding[] {
  const groups = new Set(held.grouping.groups.map(({ code }) => code));
  const isLookedAt = ({ ref, to }: CompiledRule) => to > around.now || (around.lookedAt?.has(ref) ?? true);
  return rules
    .filter(isLookedAt)
    .flatMap(({ ref, rule, conditionCount, checks }) => [
      ...checkReach(ref, rule),
      ...(TAKES[rule.layer].all
        ? []
        : checks
            .filter(({ condition }) => !PRODUCT_CONDITIONS.includes(condition))
            .map(({ condition }) => finding('condition-not-taken', 'rule', [ref], { condition }))),
      ...(rule.scope !== null && rule.layer !== 'sales_match' ? [finding('scope-not-taken', 'rule', [ref])] : []),
      ...checkWindow(ref, rule, around.now),
      ...(conditionCount > 0 && isEmptyRange(rule) ? [finding('amount-range-empty', 'rule', [ref])] : []),
      ...rule.groups
        .filter((group) => !groups.has(group))
        .map((group) => finding('unknown-group', 'rule', [ref], { group })),
      ...unknown(rule.promoters, around.promoters).map((promoter) =>
        finding('unknown-promoter', 'rule', [ref], { promoter }),
      ),
      ...(rule.when.campaign && !held.campaigns.has(rule.when.campaign)
        ? [finding('unknown-campaign', 'rule', [ref], { campaign: rule.when.campaign })]
        : []),
      ...unknown(rule.when.skus ?? [], around.skus).map((sku) => finding('unknown-sku', 'rule', [ref], { sku })),
    ]);
}

function checkReach(ref: string, { layer, promoters, groups }: Rule): Finding[] {
  const takes = TAKES[layer];
  return [
    ...(takes.promoters === 'must' && promoters.length === 0
      ? [finding('individual-without-promoters', 'rule', [ref])]
      : []),
    ...(takes.promoters === 'not' && promoters.length > 0 ? [finding('promoters-not-taken', 'rule', [ref])] : []),
    ...(takes.groups === 'must' && groups.length === 0 ? [finding('group-rule-without-groups', 'rule', [ref])] : []),
    ...(takes.groups === 'not' && groups.length > 0 ? [finding('groups-not-taken', 'rule', [ref])] : []),
  ];
}

function checkWindow(ref: string, { window }: Rule, now: number): Finding[] {
  const { from, to } = window;
  if (from !== null && to !== null && from >= to) return [finding('window-empty', 'rule', [ref])];
  return to !== null && to <= now && !holdsAt(window, now) ? [finding('window-in-past', 'rule', [ref])] : [];
}

function isEmptyRange({ when: { amount } }: Rule): boolean {
  if (!amount || amount.to === null) return false;
  return (amount.from ?? 0) >= amount.to;
}

export function unknown(named: readonly string[], known: ReadonlySet<string> | undefined): string[] {
  return known ? named.filter((name) => !known.has(name)) : [];
}
