import { BEGINNING, compareText, FOREVER, type Instant, type Rate } from '@fenrun/kernel';
import type { Layer, LossReason, Rule, RuleScope } from '../model/index';
import { checksOf, type LineTest, type OrderTest, type RuleCheck } from './rule-checks';

/** Something that can win a line: a rule, a running bonus step, or a rate of the programme. Compared by identity. */
export interface Contender {
  /** As traces and commission lines name it. */
  readonly ref: string;
  readonly layer: Layer;
  readonly rate: Rate;
}

/** Codes of promoters or groups: null is everybody, a text the only one. */
export type Reach = string | ReadonlySet<string> | null;

/** One version of a rule as it stands for its rule at the instants of `[standsFrom, standsTo)`. */
export interface CompiledRule extends Contender {
  readonly rule: Rule;
  readonly standsFrom: Instant;
  readonly standsTo: Instant;
  /** The window after adding and ending are taken into account. */
  readonly from: Instant;
  readonly to: Instant;
  /** When this version can match: while it stands for its rule and is in its window. */
  readonly matchesFrom: Instant;
  readonly matchesTo: Instant;
  readonly checks: readonly RuleCheck[];
  /** The tests of the checks, laid out flat for deciding. */
  readonly orderTests: readonly OrderTest[];
  readonly lineTests: readonly LineTest[];
  /** The scope, where it does not depend on whether the campaign lists products; else null. */
  readonly scope: RuleScope | null;
  /** Those whom it is for: one, several, or everybody (null). */
  readonly reachedPromoters: Reach;
  readonly reachedGroups: Reach;
  readonly liftedSkus: ReadonlySet<string> | null;
  readonly conditionCount: number;
  /** Place among all rules of the book: by layer, then as rules of a layer are ranked. Set once by `compileBook`. */
  rank: number;
}

/** One version of a rule with its life: when it was added and ended. */
export interface RuleLife {
  readonly code: string;
  readonly rule: Rule;
  readonly standsFrom: Instant;
  readonly standsTo: Instant;
  readonly addedAt: Instant;
  readonly endedAt: Instant;
}

export function compileRule(life: RuleLife): CompiledRule {
  const { rule } = life;
  const checks = checksOf(rule.when);
  const isSalesMatch = rule.layer === 'sales_match';
  const namesPromoters = rule.promoters.length > 0;
  const from = Math.max(rule.window.from ?? BEGINNING, life.addedAt);
  const to = Math.min(rule.window.to ?? FOREVER, life.endedAt);
  return {
    ref: life.code,
    layer: rule.layer,
    rate: rule.rate,
    rule,
    standsFrom: life.standsFrom,
    standsTo: life.standsTo,
    from,
    to,
    matchesFrom: Math.max(from, life.standsFrom),
    matchesTo: Math.min(to, life.standsTo),
    checks,
    orderTests: checks.flatMap(({ ofOrder }) => ofOrder ?? []),
    lineTests: checks.flatMap(({ ofLine }) => ofLine ?? []),
    scope: scopeOf(rule),
    reachedPromoters: reachOf(rule.promoters, rule.layer === 'individual'),
    reachedGroups: reachOf(rule.groups, rule.layer === 'group'),
    liftedSkus: isSalesMatch && rule.when.skus?.length ? new Set(rule.when.skus) : null,
    conditionCount: checks.length + (isSalesMatch && namesPromoters ? 1 : 0),
    rank: 0,
  };
}

function reachOf(codes: readonly string[], isRequired: boolean): Reach {
  if (codes.length === 0 && !isRequired) return null;
  return codes.length === 1 ? (codes[0] as string) : new Set(codes);
}

/** Whether a reach includes the code. */
export function isReached(reach: Reach, code: string | null): boolean {
  if (reach === null) return true;
  return code !== null && (typeof reach === 'string' ? reach === code : reach.has(code));
}

/** As set, else `matched_lines` where there are product conditions. Only sales matches have a scope; other rules look at each line. */
function scopeOf({ layer, scope, when }: Rule): RuleScope | null {
  if (layer !== 'sales_match') return 'matched_lines';
  if (scope) return scope;
  if (when.skus?.length || when.categories?.length) return 'matched_lines';
  return when.campaign ? null : 'order';
}

/** The tie-breaks inside a layer, in order; each says which of two goes first, and what the loser is told. Source: domain.md, section 3. */
const TIE_BREAKS: readonly { reason: LossReason; compare: (a: CompiledRule, b: CompiledRule) => number }[] = [
  { reason: 'lower_priority', compare: (a, b) => a.rule.priority - b.rule.priority },
  { reason: 'fewer_conditions', compare: (a, b) => b.conditionCount - a.conditionCount },
  { reason: 'older', compare: (a, b) => b.from - a.from },
  { reason: 'larger_id', compare: (a, b) => compareText(a.ref, b.ref) },
];

/** Orders the rules of one layer: negative if `a` goes first. */
export function compareRules(a: CompiledRule, b: CompiledRule): number {
  for (const { compare } of TIE_BREAKS) {
    const order = compare(a, b);
    if (order !== 0) return order;
  }
  return 0;
}

/** The same for two of equal priority, whatever theirs are. */
export function compareWithin(a: CompiledRule, b: CompiledRule): number {
  for (const { reason, compare } of TIE_BREAKS) {
    const order = reason === 'lower_priority' ? 0 : compare(a, b);
    if (order !== 0) return order;
  }
  return 0;
}

/** Why `loser` stands behind `winner` in their layer. */
export function reasonBehind(winner: CompiledRule, loser: CompiledRule): LossReason {
  return TIE_BREAKS.find(({ compare }) => compare(winner, loser) !== 0)?.reason ?? 'larger_id';
}
