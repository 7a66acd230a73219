import type { In, Out } from '@fenrun/contracts';
import { DEFAULT_PRIORITY, foldCoupon, type Range, type Rule, type RuleConditions } from '@fenrun/engine';
import { formatMoney, type Money } from '@fenrun/kernel';
import { readWindow, windowForm, type ZonedReading } from './instant-form';
import { type FormReading, rateForm, readAmount, readRate } from './rate-form';

/** A rule as it is saved: what the engine decides by, and what people read. */
export interface NamedRule extends Rule {
  readonly name: string;
}

export type RuleForm = Omit<In<'rules.add'>['body'], 'id'>;

export interface RuleReading extends ZonedReading {
  /** The id of a promoter by his code. The rule book keeps ids; a code that nobody has stays, and the check of the book names it. */
  readonly promoterId: (code: string) => string | undefined;
}

/** The name that people gave a rule; empty if they gave none. */
export function ruleName(rule: Rule | null | undefined): string {
  return (rule as Partial<NamedRule> | null | undefined)?.name ?? '';
}

/** Reads a rule from the form of the API; what is wrong is noted in `reading.errors` with pointers below `at`. */
export function readRule(form: RuleForm, reading: RuleReading, at = ''): NamedRule {
  return {
    name: form.name.trim(),
    layer: form.layer,
    priority: form.priority ?? DEFAULT_PRIORITY,
    window: readWindow(form, reading, at),
    scope: form.scope,
    promoters: once(form.promoters).map((code) => reading.promoterId(code) ?? code),
    groups: once(form.groups),
    when: readConditions(form.when, reading, `${at}/when`),
    rate: readRate(form.rate, reading, `${at}/rate`),
  };
}

function readConditions(when: RuleForm['when'], reading: FormReading, at: string): RuleConditions {
  return {
    coupons: once(when.coupons, foldCoupon),
    skus: once(when.skus),
    categories: once(when.categories),
    country: once(when.country),
    customer: when.customer,
    amount: readRange(when.amount, reading, `${at}/amount`),
    campaign: when.campaign,
    orderType: when.orderType,
    subId: when.subId,
  };
}

function readRange(amount: RuleForm['when']['amount'], reading: FormReading, at: string): Range<Money> | null {
  if (!amount || (amount.from === null && amount.to === null)) return null;
  const read = (text: string | null, pointer: string) => (text === null ? null : readAmount(text, reading, pointer));
  return { from: read(amount.from, `${at}/from`), to: read(amount.to, `${at}/to`) };
}

/** Each once, as it was written first. */
function once(codes: readonly string[], fold: (code: string) => string = (code) => code): string[] {
  const seen = new Set<string>();
  return codes.filter((code) => {
    const folded = fold(code);
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

type Shown = Pick<
  Out<'rules.read'>,
  'layer' | 'name' | 'priority' | 'from' | 'to' | 'scope' | 'promoters' | 'groups' | 'when' | 'rate'
>;

/** A rule in the form of the API. `promoterCode` is the code of a promoter by his id. */
export function ruleForm(rule: Rule, currency: string, promoterCode: (id: string) => string): Shown {
  const { when } = rule;
  const money = (amount: Money | null) => (amount === null ? null : formatMoney(amount, currency));
  return {
    layer: rule.layer,
    name: ruleName(rule),
    priority: rule.priority,
    ...windowForm(rule.window),
    scope: rule.scope,
    promoters: rule.promoters.map(promoterCode),
    groups: [...rule.groups],
    when: {
      coupons: [...(when.coupons ?? [])],
      skus: [...(when.skus ?? [])],
      categories: [...(when.categories ?? [])],
      country: [...(when.country ?? [])],
      customer: when.customer ?? null,
      amount: when.amount ? { from: money(when.amount.from), to: money(when.amount.to) } : null,
      campaign: when.campaign ?? null,
      orderType: when.orderType ?? null,
      subId: when.subId ?? null,
    },
    rate: rateForm(rule.rate, currency),
  };
}
