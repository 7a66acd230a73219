import { LAYER_CONDITIONS } from '@fenrun/contracts/labels';
import { isRefusal, money, parseMoney, parsePercent } from '@fenrun/kernel';
import { type DayWindow, windowDays, windowOf } from '../../kit/time/window-days';
import { type Problem, renamed } from '../../lib/problem';
import { ruleBodyOf } from './rule-body';
import type { Rule, RuleBody, RuleLayer } from './types';

export type Condition = (typeof LAYER_CONDITIONS)['sales_match'][number];
export type When = Rule['when'];

/** The rule as the form keeps it: a window in days, the conditions that are shown, and amounts as they were typed. */
export interface RuleValues {
  readonly layer: RuleLayer;
  readonly id?: string;
  readonly name: string;
  readonly promoters: readonly string[];
  readonly groups: readonly string[];
  readonly days: DayWindow;
  readonly when: Partial<Omit<When, 'amount'>> & { amount?: { from?: string | null; to?: string | null } };
  readonly scope: 'auto' | 'order' | 'matched_lines';
  readonly rate: Rule['rate'];
  readonly priority: number | null;
  readonly note?: string;
}

const usualPriority = 100;

export function blankValues(layer: RuleLayer): RuleValues {
  return {
    layer,
    name: '',
    promoters: [],
    groups: [],
    days: { from: null, to: null },
    when: {},
    scope: 'auto',
    rate: { percent: '' },
    priority: null,
  };
}

export function valuesOf(rule: Rule, timezone: string): RuleValues {
  const { layer, name, promoters, groups, scope, rate, priority, when } = rule;
  return {
    layer,
    name,
    promoters,
    groups,
    days: windowDays(rule, timezone),
    when: { ...when, amount: when.amount ?? undefined },
    scope: scope ?? 'auto',
    rate,
    priority: priority === usualPriority ? null : priority,
  };
}

/** The conditions that the rule has, in the order in which they are tried. */
export function conditionsIn(rule: Rule): Condition[] {
  return LAYER_CONDITIONS.sales_match.filter((condition) => {
    const value = rule.when[condition];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });
}

/** What is sent. A condition that is not shown, or that the layer cannot have, is left out. */
export function bodyOf(
  values: RuleValues,
  shown: readonly Condition[],
  before: Rule | null,
  timezone: string,
): RuleBody & { rate: Rule['rate'] } {
  const { layer, when } = values;
  const may: readonly Condition[] = LAYER_CONDITIONS[layer];
  const kept = Object.fromEntries(
    may
      .filter((condition) => layer !== 'sales_match' || shown.includes(condition))
      .flatMap((condition) => {
        const value = condition === 'amount' ? amountOf(when.amount) : when[condition];
        return value === undefined || value === null || value === '' ? [] : [[condition, value]];
      }),
  );
  return {
    layer,
    name: values.name.trim(),
    priority: values.priority,
    ...windowOf(values.days, before, timezone),
    scope: layer !== 'sales_match' || values.scope === 'auto' ? null : values.scope,
    promoters: layer === 'group' ? [] : [...values.promoters],
    groups: layer === 'group' ? [...values.groups] : [],
    when: kept,
    rate: values.rate,
  };
}

function amountOf(amount: RuleValues['when']['amount']) {
  const [from, to] = [amount?.from || null, amount?.to || null];
  return from === null && to === null ? null : { from, to };
}

/** Whether there is enough of a rule to check it and to try it. */
export function isWhole(values: RuleValues, shown: readonly Condition[], currency: string): boolean {
  const { layer, rate, promoters, groups, when } = values;
  const isRate =
    'percent' in rate ? !isRefusal(parsePercent(rate.percent)) : !isRefusal(parseMoney(rate.fixed, currency));
  if (!isRate) return false;
  if (layer === 'individual' && promoters.length === 0) return false;
  if (layer === 'group' && groups.length === 0) return false;
  return layer !== 'sales_match' || shown.every((condition) => isFilled(when, condition));
}

export function isFilled(when: RuleValues['when'], condition: Condition): boolean {
  const value = condition === 'amount' ? amountOf(when.amount) : when[condition];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';
}

/** Whether the upper end is above the lower one, where both are given. */
export function isAmountInOrder(amount: RuleValues['when']['amount'], currency: string): boolean {
  if (!amount?.from || !amount.to) return true;
  return money(amount.from, currency) < money(amount.to, currency);
}

export const isSameRule = (body: RuleBody, rule: Rule): boolean =>
  JSON.stringify(sorted(body)) === JSON.stringify(sorted(ruleBodyOf(rule)));

/** Empty conditions and absent ones say the same. */
function sorted(body: RuleBody): unknown {
  const when = Object.entries(body.when ?? {})
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...body, priority: body.priority ?? usualPriority, when };
}

/** What the server refused, at the fields of this form: a rate is one field, and so is a window. */
export const atFields = (problem: Problem): Problem => renamed(problem, fieldOf);

function fieldOf(pointer: string): string {
  const [first = '', second = '', third = ''] = pointer.split('/').slice(1);
  if (first === 'from' || first === 'to') return '/days';
  if (first !== 'when') return `/${first}`;
  return second === 'amount' ? `/when/amount/${third || 'from'}` : `/when/${second}`;
}
