import { FOREVER, type Instant } from '@fenrun/kernel';
import type { CompiledRule } from '../book/compiled-rule';
import type { BookInForce } from '../book/in-force';
import type { RuleBook } from '../model/index';

/** What the book is checked against. A set that is absent is not checked against. */
export interface CheckSurroundings {
  readonly now: Instant;
  readonly skus?: ReadonlySet<string>;
  readonly promoters?: ReadonlySet<string>;
  /** Rules that are over are looked at only if they are among these, so that old ones do not hide what matters; absent: all of them. */
  readonly lookedAt?: ReadonlySet<string>;
}

/** A draft book as it would stand now, for the single checks. */
export interface CheckedBook {
  readonly book: RuleBook;
  readonly held: BookInForce;
  /** Rules that were not ended, as ranked. */
  readonly rules: readonly CompiledRule[];
  readonly around: CheckSurroundings;
}

/** Whether the rule can still win a sale that is paid from now on. */
export function isAlive(rule: CompiledRule, now: Instant): boolean {
  return rule.to > now && rule.from < rule.to && rule.standsTo === FOREVER;
}
