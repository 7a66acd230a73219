import type { Rule, RuleBody } from './types';

/** What is sent when a rule is saved as it is: the fields that people write, without those that the server adds. */
export function ruleBodyOf(rule: Rule): RuleBody & { rate: Rule['rate'] } {
  const { layer, name, priority, from, to, scope, promoters, groups, when, rate } = rule;
  return { layer, name, priority, from, to, scope, promoters, groups, when, rate };
}
