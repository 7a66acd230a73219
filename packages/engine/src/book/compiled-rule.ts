import { BEGINNING, compareText, FOREVER, type Instant, type Rate } from '@fenrun/kernel';
import type { Layer, LossReason, Rule } from '../model/index';
import { checksOf, type RuleCheck } from './rule-checks';

/** Something that can win a line: a rule, a running bonus step, or a rate of the programme. Compared by identity. */
export interface Contender {
  /** As traces and commission lines name it. */
  readonly ref: string;
  readonly layer: Layer;
  readonly rate: Rate;
}

/** One version of a rule as it stands for its rule at the instants of `[standsFrom, standsTo)`. */
export interface CompiledRule extends Contender {
  readonly rule: Rule;
  readonly standsFrom: Instant;
  readonly standsTo: Instant;
  /** The window after adding and ending are taken into account. */
  readonly from: Instant;
  readonly to: Instant;
  readonly checks: readonly RuleCheck[];
  readonly orderChecks: readonly RuleCheck[];
  readonly lineChecks: readonly RuleCheck[];
  readonly reachedPromoters: ReadonlySet<string> | null;
  readonly reachedGroups: ReadonlySet<string> | null;
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
  return {
    ref: life.code,
    layer: rule.layer,
    rate: rule.rate,
    rule,
    standsFrom: life.standsFrom,
    standsTo: life.standsTo,
    from: Math.max(rule.window.from ?? BEGINNING, life.addedAt),
    to: Math.min(rule.window.to ?? FOREVER, life.endedAt),
    checks,
    orderChecks: checks.filter((check) => check.ofOrder),
    lineChecks: checks.filter((check) => check.ofLine),
    reachedPromoters: namesPromoters || rule.layer === 'individual' ? new Set(rule.promoters) : null,
    reachedGroups: rule.groups.length > 0 || rule.layer === 'group' ? new Set(rule.groups) : null,
    liftedSkus: isSalesMatch && rule.when.skus?.length ? new Set(rule.when.skus) : null,
    conditionCount: checks.length + (isSalesMatch && namesPromoters ? 1 : 0),
    rank: 0,
  };
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

/** Why `loser` stands behind `winner` in their layer. */
export function reasonBehind(winner: CompiledRule, loser: CompiledRule): LossReason {
  return TIE_BREAKS.find(({ compare }) => compare(winner, loser) !== 0)?.reason ?? 'larger_id';
}
