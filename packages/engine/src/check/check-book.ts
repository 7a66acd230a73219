import { FOREVER } from '@fenrun/kernel';
import { compileBook } from '../book/compile-book';
import { inForce } from '../book/in-force';
import type { RuleBook } from '../model/index';
import { checkMeetings } from './check-meetings';
import { checkRules } from './check-rules';
import { checkStructure } from './check-structure';
import { checkTotals } from './check-totals';
import type { CheckedBook, CheckSurroundings } from './checked-book';
import type { Finding } from './finding';

/** So many findings are told; more help nobody. Errors come first. */
const MOST_FINDINGS = 200;

type Check = (checked: CheckedBook) => Finding[];

/** The checks that can find errors, and those that only warn. */
const OF_ERRORS: readonly Check[] = [checkStructure, checkRules];
const OF_WARNINGS: readonly Check[] = [checkTotals, checkMeetings];

/** Checks a draft rule book as a whole, as it would stand now: errors where it cannot be right, warnings where it may surprise. */
export function checkBook(book: RuleBook, around: CheckSurroundings): Finding[] {
  const found = check(book, around, [...OF_ERRORS, ...OF_WARNINGS]);
  const bySeverity = (severity: Finding['severity']) => found.filter((one) => one.severity === severity);
  return [...bySeverity('error'), ...bySeverity('warning')].slice(0, MOST_FINDINGS);
}

/** The errors alone: what refuses a saving. */
export function bookErrors(book: RuleBook, around: CheckSurroundings): Finding[] {
  return check(book, around, OF_ERRORS).filter(({ severity }) => severity === 'error');
}

function check(book: RuleBook, around: CheckSurroundings, checks: readonly Check[]): Finding[] {
  const compiled = compileBook(book);
  const ended = new Set(book.rules.filter(({ versions }) => versions.at(-1)?.value === null).map(({ code }) => code));
  const rules = compiled.rules.filter(({ ref, standsTo }) => standsTo === FOREVER && !ended.has(ref));
  const checked: CheckedBook = { book, held: inForce(compiled, around.now), rules, around };
  return checks.flatMap((one) => one(checked));
}
