import {
  type Campaign,
  DEFAULT_PRIORITY,
  type Grouping,
  type Ladder,
  type Programme,
  type Rule,
  type TierBonuses,
} from '@fenrun/engine';
import {
  type Instant,
  isRefusal,
  type Money,
  money,
  parseDay,
  parseInstant,
  percent,
  type Rate,
  type Zone,
} from '@fenrun/kernel';
import type { RateInFile, RuleInFile, ScenarioFile } from './file';
import { invalid } from './invalid';

/** Reads the file's own forms in a merchant's currency and zone. */
export interface Reading {
  readonly currency: string;
  readonly zone: Zone;
  readonly promoterIds: ReadonlyMap<string, string>;
}

/** A day is its first instant in the merchant's zone. */
export function readInstant(text: string, zone: Zone): Instant {
  const day = parseDay(text);
  if (!isRefusal(day)) return zone.startOfDay(day);
  const instant = parseInstant(text);
  if (isRefusal(instant)) throw new RangeError(`not an instant: ${text}`);
  return instant;
}

export function readAmount(text: string, currency: string, path: string): Money {
  try {
    return money(text, currency);
  } catch {
    throw invalid(path, `not an amount of ${currency}: ${text}`);
  }
}

export function readRate(rate: RateInFile, currency: string, path: string): Rate {
  if ('percent' in rate) return { kind: 'percent', percent: percent(rate.percent) };
  return { kind: 'fixed', amount: readAmount(rate.fixed, currency, `${path}.fixed`), per: rate.per };
}

export function readRates(
  rates: Record<string, RateInFile> | null | undefined,
  currency: string,
  path: string,
): Record<string, Rate> {
  return Object.fromEntries(
    Object.entries(rates ?? {}).map(([key, rate]) => [key, readRate(rate, currency, `${path}.${key}`)]),
  );
}

export function readProgramme(
  programme: ScenarioFile['programmes'][number],
  currency: string,
  path: string,
): Programme {
  return {
    isDefault: programme.default ?? false,
    isActive: programme.active ?? true,
    rate: programme.rate ? readRate(programme.rate, currency, `${path}.rate`) : null,
    skus: readRates(programme.skus, currency, `${path}.skus`),
    categories: readRates(programme.categories, currency, `${path}.categories`),
    recurring: programme.recurring ?? { mode: 'forever' },
  };
}

export function readRule(rule: RuleInFile, { currency, zone, promoterIds }: Reading, path: string): Rule {
  const { when } = rule;
  const idOf = (code: string) => {
    const id = promoterIds.get(code);
    if (!id) throw invalid(`${path}.promoters`, `no promoter ${code}`);
    return id;
  };
  const range = (from: string | null | undefined) => (from ? readAmount(from, currency, `${path}.when.amount`) : null);
  return {
    layer: rule.layer,
    priority: rule.priority ?? DEFAULT_PRIORITY,
    window: { from: rule.from ? readInstant(rule.from, zone) : null, to: rule.to ? readInstant(rule.to, zone) : null },
    scope: rule.scope ?? null,
    promoters: (rule.promoters ?? []).map(idOf),
    groups: rule.groups ?? [],
    when: {
      coupons: when?.coupons ?? [],
      skus: when?.skus ?? [],
      categories: when?.categories ?? [],
      country: when?.country ?? [],
      customer: when?.customer ?? null,
      amount: when?.amount ? { from: range(when.amount.from), to: range(when.amount.to) } : null,
      campaign: when?.campaign ?? null,
      orderType: when?.orderType ?? null,
      subId: when?.subId ?? null,
    },
    rate: readRate(rule.rate, currency, `${path}.rate`),
  };
}

export function readCampaign(
  campaign: NonNullable<ScenarioFile['campaigns']>[number],
  { currency, zone }: Omit<Reading, 'promoterIds'>,
  path: string,
): Campaign {
  const { bonus } = campaign;
  const amount = bonus ? readAmount(bonus.fixed, currency, `${path}.bonus.fixed`) : null;
  return {
    window: {
      from: campaign.from ? readInstant(campaign.from, zone) : null,
      to: campaign.to ? readInstant(campaign.to, zone) : null,
    },
    skus: campaign.skus ?? [],
    categories: campaign.categories ?? [],
    bonus:
      !bonus || amount === null
        ? null
        : 'every' in bonus
          ? { kind: 'every_nth', amount, every: bonus.every }
          : { kind: 'per_order', amount },
  };
}

export function readLadder(file: ScenarioFile, currency: string): Ladder | null {
  const { ladder } = file;
  if (!ladder) return null;
  const isCount = ladder.metric === 'referral_order_count';
  const levels = ladder.levels.map(({ programme, threshold }, index) => ({
    programme,
    threshold: readThreshold(threshold, isCount, currency, `$.ladder.levels[${index}].threshold`),
  }));
  const to = ladder.reset?.to;
  const target = to === undefined || to === 'previous' ? 'previous' : levels[to.level - 1]?.programme;
  if (target === undefined) throw invalid('$.ladder.reset.to', 'no such level');
  const reset = ladder.reset
    ? {
        everyMonths: ladder.reset.everyMonths,
        day: ladder.reset.day,
        from: ladder.reset.from,
        to: target === 'previous' ? ('previous' as const) : { programme: target },
      }
    : null;
  return { isOn: true, metric: ladder.metric, levels, reset };
}

function readThreshold(threshold: string | number, isCount: boolean, currency: string, path: string): number {
  if (isCount) {
    const count = Number(threshold);
    if (!Number.isSafeInteger(count) || count < 0) throw invalid(path, 'not a count');
    return count;
  }
  return readAmount(String(threshold), currency, path);
}

export function readGrouping(file: ScenarioFile, currency: string): Grouping {
  const groups = (file.groups ?? []).map(({ id, auto }, index) => ({
    code: id,
    auto: auto
      ? {
          join: auto.join ?? ('all' as const),
          compare: auto.compare ?? ('gte' as const),
          criteria: {
            ...(auto.criteria.orders !== undefined ? { orders: auto.criteria.orders } : {}),
            ...(auto.criteria.revenue !== undefined
              ? { revenue: readAmount(auto.criteria.revenue, currency, `$.groups[${index}].auto.criteria.revenue`) }
              : {}),
            ...(auto.criteria.customers !== undefined ? { customers: auto.criteria.customers } : {}),
          },
        }
      : null,
  }));
  return { isOn: true, groups };
}

export function readTierBonuses(file: ScenarioFile, currency: string): TierBonuses | null {
  const steps = file.tierBonuses ?? [];
  const metric = steps[0]?.metric;
  if (!metric) return null;
  if (steps.some((step) => step.metric !== metric))
    throw invalid('$.tierBonuses', 'the steps of a merchant share one metric');
  return {
    metric,
    steps: steps.map((step, index) => {
      const path = `$.tierBonuses[${index}]`;
      const threshold = readThreshold(step.threshold, metric === 'conversions', currency, `${path}.threshold`);
      return {
        threshold,
        window: step.window,
        rate: readRate(step.rate, currency, `${path}.rate`),
        days: step.days ?? null,
      };
    }),
  };
}
