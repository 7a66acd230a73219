import { routes } from '@fenrun/contracts/routes';
import { addDays } from '@fenrun/kernel';
import type { Option } from '../../kit/list/filters';
import { dayIn, instantOf } from '../../kit/time/time-format';
import { type AnswerOf, call } from '../../lib/call';
import type { PlanChange } from './back-test-draft';

export type KnownRule = AnswerOf<'rules.list'>['data'][number];
export type RuleChange = Extract<PlanChange, { kind: 'rule' }>;
export type DraftRule = NonNullable<RuleChange['rule']>;

/** What a form sends of a rule: the rest of what the server says about it is only for reading. */
export function ruleFormOf(rule: KnownRule): DraftRule {
  const { layer, name, priority, from, to, scope, promoters, groups, when, rate } = rule;
  return { layer, name, priority, from, to, scope, promoters, groups, when, rate };
}

/** The first and the last day of a window whose end is excluded; either may be open. */
export function windowDays(
  rule: { from?: string | null; to?: string | null },
  timezone: string,
): readonly [string | null, string | null] {
  const first = rule.from ? (isDay(rule.from) ? rule.from : dayIn(instantOf(rule.from), timezone)) : null;
  const last = rule.to ? (isDay(rule.to) ? addDays(rule.to, -1) : dayIn(instantOf(rule.to) - 1, timezone)) : null;
  return [first, last];
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Rules that are not over, by what they say. */
export async function findRules(ask: { text: string } | { value: string }): Promise<readonly Option[]> {
  if ('value' in ask) {
    const rule = await call(routes.rules.read, { params: { id: ask.value } }).catch(() => null);
    return rule ? [optionOf(rule)] : [];
  }
  const { data } = await call(routes.rules.list, { query: { q: ask.text, limit: 20 } });
  return data.map(optionOf);
}

const optionOf = (rule: Pick<KnownRule, 'id' | 'sentence' | 'rateText'>): Option => ({
  value: rule.id,
  label: `${rule.sentence} ${rule.rateText}`,
});
