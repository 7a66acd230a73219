import type { Rule } from '@fenrun/engine';
import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import { savePlans } from '../modules/plans';
import type { Hand } from './timeline/hand';

function standingRule(hand: Hand, code: string): Rule | null {
  const history = hand.book.rules.find((rule) => rule.code === code);
  return history?.versions.at(-1)?.value ?? null;
}

/** Adds a rule: it holds for sales paid from this moment on, and within its own window. */
export async function addRule(
  tx: Tx,
  hand: Hand,
  code: string,
  rule: Rule,
  by: string | null,
  now: Instant,
): Promise<object | Refusal> {
  if (standingRule(hand, code)) return refuse('rule-exists', { rule: code });
  await savePlans(tx, hand.merchantId, [{ kind: 'rule', code, doc: rule, holdsFrom: now }], by, now);
  return {};
}

/** Ends a rule: it does not hold for sales paid from this moment on. */
export async function endRule(
  tx: Tx,
  hand: Hand,
  code: string,
  by: string | null,
  now: Instant,
): Promise<object | Refusal> {
  if (!standingRule(hand, code)) return refuse('unknown-rule', { rule: code });
  await savePlans(tx, hand.merchantId, [{ kind: 'rule', code, doc: null, holdsFrom: now }], by, now);
  return {};
}
