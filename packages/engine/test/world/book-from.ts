import {
  BEGINNING,
  type Instant,
  type Money,
  money,
  parseDay,
  parseInstant,
  percent,
  type Rate,
  zone,
} from '@fenrun/kernel';
import {
  DEFAULT_PRIORITY,
  DEFAULT_SETTINGS,
  type Ladder,
  type LadderMetric,
  type Range,
  type Rule,
  type RuleBook,
  type Settings,
} from '../../src/index';
import type { RangeJson, RateJson, RuleJson, ScenarioJson, SettingsJson } from './scenario-file';

/** Parses the texts of a scenario in the merchant's currency and zone. */
export interface Reading {
  readonly currency: string;
  money(text: string | number): Money;
  instant(text: string): Instant;
  /** A date is the first instant of that day. */
  edge(text: string | null | undefined): Instant | null;
  rate(json: RateJson): Rate;
  rule(json: RuleJson): Rule;
}

export function readingOf({ merchant = {} }: ScenarioJson): Reading {
  const currency = merchant.currency ?? 'CNY';
  const place = zone(merchant.timezone ?? 'Asia/Shanghai');
  const toMoney = (text: string | number) => money(String(text), currency);
  const instant = (text: string): Instant => {
    const parsed = parseInstant(text);
    if (typeof parsed !== 'number') throw new RangeError(`not an instant: ${text}`);
    return parsed;
  };
  const edge = (text: string | null | undefined) => {
    if (text === null || text === undefined) return null;
    return typeof parseDay(text) === 'string' ? place.startOfDay(text) : instant(text);
  };
  const rate = (json: RateJson): Rate =>
    json.percent !== undefined
      ? { kind: 'percent', percent: percent(json.percent) }
      : { kind: 'fixed', amount: toMoney(json.fixed ?? '0'), per: json.per ?? 'order' };
  const rule = (json: RuleJson): Rule => ({
    layer: json.layer,
    priority: json.priority ?? DEFAULT_PRIORITY,
    window: { from: edge(json.from), to: edge(json.to) },
    scope: json.scope ?? null,
    promoters: json.promoters ?? [],
    groups: json.groups ?? [],
    when: { ...json.when, amount: rangeOf(json.when?.amount, toMoney) },
    rate: rate(json.rate),
  });
  return { currency, money: toMoney, instant, edge, rate, rule };
}

const rates = (reading: Reading, table: Record<string, RateJson> = {}) =>
  Object.fromEntries(Object.entries(table).map(([key, json]) => [key, reading.rate(json)]));

/** The rule book with which a scenario begins; all of it holds from the beginning of time. */
export function bookFrom(file: ScenarioJson, reading: Reading): RuleBook {
  const first = <T>(value: T) => [{ savedAs: 1, holdsFrom: BEGINNING, value }];
  return {
    version: 1,
    currency: reading.currency,
    region: file.merchant?.region ?? 'CN',
    settings: first(settingsFrom(file, reading)),
    programmes: (file.programmes ?? []).map((json) => ({
      code: json.id,
      versions: first({
        isDefault: json.default ?? false,
        isActive: json.active ?? true,
        rate: json.rate ? reading.rate(json.rate) : null,
        skus: rates(reading, json.skus),
        categories: rates(reading, json.categories),
        recurring:
          json.recurring?.mode === 'first_n'
            ? { mode: 'first_n', n: json.recurring.n ?? 1 }
            : { mode: json.recurring?.mode ?? 'forever' },
      }),
    })),
    rules: (file.rules ?? []).map((json) => ({ code: json.id, versions: first(reading.rule(json)) })),
    campaigns: (file.campaigns ?? []).map((json) => ({
      code: json.id,
      versions: first({
        window: { from: reading.edge(json.from), to: reading.edge(json.to) },
        skus: json.skus ?? [],
        categories: json.categories ?? [],
        bonus: !json.bonus
          ? null
          : json.bonus.every
            ? { kind: 'every_nth', amount: reading.money(json.bonus.fixed), every: json.bonus.every }
            : { kind: 'per_order', amount: reading.money(json.bonus.fixed) },
      }),
    })),
    grouping: first({
      isOn: true,
      groups: (file.groups ?? []).map(({ id, auto }) => ({
        code: id,
        auto: auto
          ? {
              join: auto.join ?? 'all',
              compare: auto.compare ?? 'gte',
              criteria: {
                ...auto.criteria,
                revenue: auto.criteria.revenue === undefined ? undefined : reading.money(auto.criteria.revenue),
              },
            }
          : null,
      })),
    }),
    ladder: file.ladder ? first(ladderFrom(file.ladder, reading)) : [],
    tierBonuses: file.tierBonuses?.length
      ? first({
          metric: file.tierBonuses[0]?.metric ?? 'sales',
          steps: file.tierBonuses.map((json) => ({
            threshold: json.metric === 'sales' ? reading.money(json.threshold) : Number(json.threshold),
            window: json.window,
            rate: reading.rate(json.rate),
            days: json.days ?? null,
          })),
        })
      : [],
  };
}

function ladderFrom(json: NonNullable<ScenarioJson['ladder']>, reading: Reading): Ladder {
  const isCount = json.metric === 'referral_order_count';
  const levels = json.levels.map(({ programme, threshold }) => ({
    programme,
    threshold: isCount ? Number(threshold) : reading.money(threshold),
  }));
  const to = json.reset?.to;
  return {
    isOn: true,
    metric: json.metric as LadderMetric,
    levels,
    reset: json.reset
      ? {
          ...json.reset,
          to: typeof to === 'object' ? { programme: levels[to.level - 1]?.programme ?? '' } : 'previous',
        }
      : null,
  };
}

function settingsFrom({ merchant }: ScenarioJson, reading: Reading): Settings {
  const raw = merchant?.settings ?? {};
  const self = raw.selfPurchase ?? {};
  return {
    ...DEFAULT_SETTINGS,
    hold: raw.hold ?? { from: 'paid', days: 0 },
    autoCompleteDays: raw.autoCompleteDays ?? 15,
    approval: { default: raw.approval?.default ?? 'auto', rules: approvalRulesFrom(raw, reading) },
    risk: 'off',
    groupVsTier: raw.groupVsTier ?? 'strict',
    maxCommissionPercent: percent(raw.maxCommissionPercent ?? '100'),
    demoteOnRefund: raw.demoteOnRefund ?? false,
    base: { ...DEFAULT_SETTINGS.base, ...raw.base },
    excludedSkus: raw.excludedSkus ?? [],
    network: { basis: raw.network?.basis ?? 'sale', levels: (raw.network?.levels ?? []).map(percent) },
    selfPurchase: {
      mode: self.mode ?? 'block',
      rates: {
        default: self.rates?.default ? reading.rate(self.rates.default) : null,
        skus: rates(reading, self.rates?.skus),
        categories: rates(reading, self.rates?.categories),
        campaigns: rates(reading, self.rates?.campaigns),
      },
      payNetwork: self.payNetwork ?? false,
      countInMetrics: self.countInMetrics ?? false,
    },
    attribution: { ...DEFAULT_SETTINGS.attribution, ...raw.attribution },
    payout: { minimum: raw.payout?.minimum ? reading.money(raw.payout.minimum) : DEFAULT_SETTINGS.payout.minimum },
  };
}

function approvalRulesFrom({ approval }: SettingsJson, reading: Reading): Settings['approval']['rules'] {
  return (approval?.rules ?? []).map(({ when = {}, outcome }) => ({
    when: {
      ...when,
      amount: rangeOf(when.amount, reading.money),
      promoterAgeDays: rangeOf(when.promoterAgeDays, Number),
      riskScore: rangeOf(when.riskScore, Number),
    },
    outcome,
  }));
}

function rangeOf<N extends number>(
  json: RangeJson | null | undefined,
  read: (text: string | number) => N,
): Range<N> | null {
  if (!json) return null;
  const side = (text: string | number | null | undefined) => (text === null || text === undefined ? null : read(text));
  return { from: side(json.from), to: side(json.to) };
}
