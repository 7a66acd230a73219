import type { Rule } from '@fenrun/engine';
import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import { savePlans } from '../modules/plans';
import type { Hand } from './timeline/hand';

/** The rule's latest version: null after it was ended, undefined if there never was one. */
function latestOf(hand: Hand, code: string): Rule | null | undefined {
  return hand.book.rules.find((rule) => rule.code === code)?.versions.at(-1)?.value;
}

/** Adds a rule under an id that was never used: it holds for sales paid from this moment on, and within its own window. */
export async function addRule(
  tx: Tx,
  hand: Hand,
  code: string,
  rule: Rule,
  by: string | null,
  now: Instant,
): Promise<object | Refusal> {
  if (latestOf(hand, code) !== undefined) return refuse('rule-exists', { rule: code });
  await savePlans(tx, hand.merchantId, [{ kind: 'rule', code, doc: rule, holdsFrom: now }], by, now);
  return {};
}

/** Ends a rule: it does not hold for sales paid from this moment on. One that was ended before stays ended then. */
export async function endRule(
  tx: Tx,
  hand: Hand,
  code: string,
  by: string | null,
  now: Instant,
): Promise<object | Refusal> {
  const latest = latestOf(hand, code);
  if (latest === undefined) return refuse('unknown-rule', { rule: code });
  if (latest === null) return {};
  await savePlans(tx, hand.merchantId, [{ kind: 'rule', code, doc: null, holdsFrom: now }], by, now);
  return {};
}
