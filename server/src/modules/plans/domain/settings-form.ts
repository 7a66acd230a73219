import type { Settings as SettingsForm } from '@fenrun/contracts';
import type { ApprovalConditions, ApprovalRule, Range } from '@fenrun/engine';
import { formatMoney, formatPercent, isOutsideId, type Money, minor, percent, type Rate } from '@fenrun/kernel';
import type { MerchantSettings } from './merchant-settings';
import { type FormReading, pointerStep, rateForm, readAmount, readRate } from './rate-form';

/** The settings in the form of the API: money and percents as decimal strings. */
export function settingsForm(settings: MerchantSettings, currency: string): SettingsForm {
  const { approval, selfPurchase, payout, network, attribution, hold, base, applications } = settings;
  return {
    hold: { ...hold },
    autoCompleteDays: settings.autoCompleteDays,
    approval: { default: approval.default, rules: approval.rules.map((rule) => approvalForm(rule, currency)) },
    risk: settings.risk,
    groupVsTier: settings.groupVsTier,
    maxCommissionPercent: formatPercent(settings.maxCommissionPercent),
    demoteOnRefund: settings.demoteOnRefund,
    base: { ...base },
    excludedSkus: [...settings.excludedSkus],
    network: { basis: network.basis, levels: network.levels.map(formatPercent) },
    selfPurchase: {
      mode: selfPurchase.mode,
      rates: {
        default: selfPurchase.rates.default ? rateForm(selfPurchase.rates.default, currency) : null,
        skus: ratesForm(selfPurchase.rates.skus, currency),
        categories: ratesForm(selfPurchase.rates.categories, currency),
        campaigns: ratesForm(selfPurchase.rates.campaigns, currency),
      },
      payNetwork: selfPurchase.payNetwork,
      countInMetrics: selfPurchase.countInMetrics,
    },
    attribution: { ...attribution },
    payout: {
      ...payout,
      minimum: formatMoney(payout.minimum, currency),
      maximum: payout.maximum === null ? null : formatMoney(payout.maximum, currency),
      dailyCap: payout.dailyCap === null ? null : formatMoney(payout.dailyCap, currency),
      feePercent: formatPercent(payout.feePercent),
      channels: [...payout.channels],
    },
    applications: { ...applications },
  };
}

function ratesForm(rates: Readonly<Record<string, Rate>>, currency: string) {
  return Object.fromEntries(Object.entries(rates).map(([key, rate]) => [key, rateForm(rate, currency)]));
}

function approvalForm({ when, outcome }: ApprovalRule, currency: string): SettingsForm['approval']['rules'][number] {
  const amount = (value: number | null) => (value === null ? null : formatMoney(minor(value), currency));
  return {
    outcome,
    when: {
      ...(when.amount ? { amount: { from: amount(when.amount.from), to: amount(when.amount.to) } } : {}),
      ...(when.orderType ? { orderType: when.orderType } : {}),
      ...(when.promoterAgeDays ? { promoterAgeDays: { ...when.promoterAgeDays } } : {}),
      ...(when.groups && when.groups.length > 0 ? { groups: [...when.groups] } : {}),
      ...(when.riskScore ? { riskScore: { ...when.riskScore } } : {}),
    },
  };
}

/** Reads settings from the form of the API; what is wrong is noted in `reading.errors` with pointers below `/settings`. */
export function readSettings(form: SettingsForm, reading: FormReading): MerchantSettings {
  const at = '/settings';
  noteWrong(form, reading, at);
  const { rates } = form.selfPurchase;
  return {
    ...form,
    approval: {
      default: form.approval.default,
      rules: form.approval.rules.map((rule, index) => readApproval(rule, reading, `${at}/approval/rules/${index}`)),
    },
    maxCommissionPercent: percent(form.maxCommissionPercent),
    network: { basis: form.network.basis, levels: form.network.levels.map(percent) },
    selfPurchase: {
      ...form.selfPurchase,
      rates: {
        default: rates.default ? readRate(rates.default, reading, `${at}/selfPurchase/rates/default`) : null,
        skus: readRates(rates.skus, reading, `${at}/selfPurchase/rates/skus`),
        categories: readRates(rates.categories, reading, `${at}/selfPurchase/rates/categories`),
        campaigns: readRates(rates.campaigns, reading, `${at}/selfPurchase/rates/campaigns`),
      },
    },
    payout: readPayout(form.payout, reading, `${at}/payout`),
  };
}

function readPayout(form: SettingsForm['payout'], reading: FormReading, at: string): MerchantSettings['payout'] {
  const limit = (text: string | null, pointer: string) => (text === null ? null : readAmount(text, reading, pointer));
  const payout = {
    ...form,
    minimum: readAmount(form.minimum, reading, `${at}/minimum`),
    maximum: limit(form.maximum, `${at}/maximum`),
    dailyCap: limit(form.dailyCap, `${at}/dailyCap`),
    feePercent: percent(form.feePercent),
  };
  const tooSmall = (amount: Money | null, least: Money) => amount !== null && amount < least;
  if (payout.minimum < 1) reading.errors.push({ pointer: `${at}/minimum`, code: 'too-small' });
  if (tooSmall(payout.maximum, payout.minimum)) reading.errors.push({ pointer: `${at}/maximum`, code: 'too-small' });
  if (tooSmall(payout.dailyCap, payout.minimum)) reading.errors.push({ pointer: `${at}/dailyCap`, code: 'too-small' });
  if (payout.feePercent >= percent('100')) reading.errors.push({ pointer: `${at}/feePercent`, code: 'too-large' });
  return payout;
}

function readRates(
  rates: SettingsForm['selfPurchase']['rates']['skus'],
  reading: FormReading,
  at: string,
): Record<string, Rate> {
  return Object.fromEntries(
    Object.entries(rates).map(([key, rate]) => {
      const pointer = `${at}/${pointerStep(key)}`;
      if (!isOutsideId(key)) reading.errors.push({ pointer, code: 'invalid-id' });
      return [key, readRate(rate, reading, pointer)];
    }),
  );
}

type RuleForm = SettingsForm['approval']['rules'][number];

function readApproval({ when, outcome }: RuleForm, reading: FormReading, at: string): ApprovalRule {
  const amount = (text: string | null | undefined, end: string) =>
    text === null || text === undefined ? null : readAmount(text, reading, `${at}/when/amount/${end}`);
  const amounts = when.amount ? { from: amount(when.amount.from, 'from'), to: amount(when.amount.to, 'to') } : null;
  const conditions: ApprovalConditions = {
    amount: amounts,
    orderType: when.orderType ?? null,
    promoterAgeDays: rangeOf(when.promoterAgeDays),
    groups: when.groups ?? [],
    riskScore: rangeOf(when.riskScore),
  };
  for (const field of ['amount', 'promoterAgeDays', 'riskScore'] as const) {
    if (isEmptyRange(conditions[field])) reading.errors.push({ pointer: `${at}/when/${field}/to`, code: 'too-small' });
  }
  return { when: conditions, outcome };
}

function rangeOf(
  range: { from?: number | null | undefined; to?: number | null | undefined } | null | undefined,
): Range | null {
  return range ? { from: range.from ?? null, to: range.to ?? null } : null;
}

function isEmptyRange(range: Range | null | undefined): boolean {
  return Boolean(range && range.from !== null && range.to !== null && range.to <= range.from);
}

/** What a single field can get wrong beyond its form. */
function noteWrong(form: SettingsForm, { errors }: FormReading, at: string): void {
  const { attribution } = form;
  if (attribution.binding === 'window' && attribution.bindingDays === null)
    errors.push({ pointer: `${at}/attribution/bindingDays`, code: 'required' });
  const seen = new Set<string>();
  form.excludedSkus.forEach((sku, index) => {
    if (seen.has(sku)) errors.push({ pointer: `${at}/excludedSkus/${index}`, code: 'already-exists' });
    seen.add(sku);
  });
}
