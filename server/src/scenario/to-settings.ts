import { type ApprovalPolicy, DEFAULT_SETTINGS, type SelfPurchasePolicy, type Settings } from '@fenrun/engine';
import { percent } from '@fenrun/kernel';
import type { ScenarioFile } from './file';
import { readAmount, readRate, readRates } from './to-plans';

type Given = NonNullable<NonNullable<ScenarioFile['merchant']>['settings']>;

const PATH = '$.merchant.settings';

/** The scenario's settings over its own defaults: no hold, automatic approval, detectors off. */
export function readSettings(file: ScenarioFile, currency: string): Settings {
  const given: Given = file.merchant?.settings ?? {};
  const minimum = given.payout?.minimum;
  return {
    hold: given.hold ?? { from: 'paid', days: 0 },
    autoCompleteDays: given.autoCompleteDays ?? DEFAULT_SETTINGS.autoCompleteDays,
    approval: readApproval(given.approval, currency),
    risk: given.risk ?? 'off',
    groupVsTier: given.groupVsTier ?? DEFAULT_SETTINGS.groupVsTier,
    maxCommissionPercent: given.maxCommissionPercent
      ? percent(given.maxCommissionPercent)
      : DEFAULT_SETTINGS.maxCommissionPercent,
    demoteOnRefund: given.demoteOnRefund ?? DEFAULT_SETTINGS.demoteOnRefund,
    base: { ...DEFAULT_SETTINGS.base, ...given.base } as Settings['base'],
    excludedSkus: given.excludedSkus ?? [],
    network: { basis: given.network?.basis ?? 'sale', levels: (given.network?.levels ?? []).map(percent) },
    selfPurchase: readSelfPurchase(given.selfPurchase, currency),
    attribution: { ...DEFAULT_SETTINGS.attribution, ...given.attribution } as Settings['attribution'],
    payout: minimum ? { minimum: readAmount(minimum, currency, `${PATH}.payout.minimum`) } : DEFAULT_SETTINGS.payout,
  };
}

interface Ends {
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
}

function readApproval(given: Given['approval'], currency: string): ApprovalPolicy {
  const count = (range: Ends | null | undefined) => (range ? { from: range.from ?? null, to: range.to ?? null } : null);
  const rules = (given?.rules ?? []).map(({ when, outcome }, index) => {
    const end = (text: string | null | undefined) =>
      text ? readAmount(text, currency, `${PATH}.approval.rules[${index}].when.amount`) : null;
    return {
      outcome,
      when: {
        amount: when?.amount ? { from: end(when.amount.from), to: end(when.amount.to) } : null,
        orderType: when?.orderType ?? null,
        promoterAgeDays: count(when?.promoterAgeDays),
        groups: when?.groups ?? [],
        riskScore: count(when?.riskScore),
      },
    };
  });
  return { default: given?.default ?? 'auto', rules };
}

function readSelfPurchase(given: Given['selfPurchase'], currency: string): SelfPurchasePolicy {
  const path = `${PATH}.selfPurchase.rates`;
  const rates = given?.rates;
  return {
    mode: given?.mode ?? 'block',
    rates: {
      default: rates?.default ? readRate(rates.default, currency, `${path}.default`) : null,
      skus: readRates(rates?.skus, currency, `${path}.skus`),
      categories: readRates(rates?.categories, currency, `${path}.categories`),
      campaigns: readRates(rates?.campaigns, currency, `${path}.campaigns`),
    },
    payNetwork: given?.payNetwork ?? false,
    countInMetrics: given?.countInMetrics ?? false,
  };
}
