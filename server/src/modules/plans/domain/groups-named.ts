import type { Rule, RuleBook } from '@fenrun/engine';

/** A rule that was not ended, as it was saved last. */
export interface StandingRule {
  readonly code: string;
  readonly rule: Rule;
}

/** The rules that name a group. */
export function rulesOfGroup({ rules }: Pick<RuleBook, 'rules'>, group: string): StandingRule[] {
  return rules.flatMap(({ code, versions }) => {
    const rule = versions.at(-1)?.value;
    return rule?.groups.includes(group) ? [{ code, rule }] : [];
  });
}

/** Whether a rule of the approval policy asks for a group. */
export function isInApproval({ settings }: Pick<RuleBook, 'settings'>, group: string): boolean {
  const rules = settings.at(-1)?.value?.approval.rules ?? [];
  return rules.some(({ when }) => when.groups?.includes(group));
}
