import {
  type BookInForce,
  type CompiledBook,
  type CompiledRule,
  foldCoupon,
  inForce,
  isReached,
  type Programme,
  type RateSource,
  type Rule,
} from '@fenrun/engine';
import { FOREVER, type Instant, type Rate } from '@fenrun/kernel';
import { findAmong, type Reader } from '../../foundation/db';
import { couponTable } from '../../modules/attribution';
import type { BonusRunRow } from '../../modules/climbing';
import type { PromoterRow } from '../../modules/promoters';

/** A rate that a promoter can earn, where it comes from, and until when it holds (null: for good). */
export interface ReachingRate {
  readonly source: RateSource;
  readonly rate: Rate;
  readonly until: Instant | null;
}

/** What an ordinary product earns, and the rates that go before it, the one that is tried first in front. */
export interface ReachingRates {
  /** Null where the programme pays for its special products only. */
  readonly ordinary: ReachingRate | null;
  readonly differing: readonly ReachingRate[];
}

/** Rates told at most. */
const TOLD = 50;

/**
 * The rates that reach a promoter at an instant. An ordinary product is one that no condition names: it gets the first rule without
 * conditions, else the running bonus, else the programme's default rate; what stands behind that one never wins and is not told.
 */
export async function ratesThatReach(
  db: Reader,
  compiled: CompiledBook,
  promoter: PromoterRow,
  runs: readonly BonusRunRow[],
  now: Instant,
): Promise<ReachingRates> {
  const held = inForce(compiled, now);
  const rules = compiled.rules.filter((rule) => isFor(rule, promoter, held, now));
  const place = rules.findIndex(({ checks }) => checks.length === 0);
  const ranked = (place < 0 ? rules : rules.slice(0, place)).slice(0, TOLD);
  const told = await withoutForeignCoupons(db, promoter, ranked);
  const bonus = rateOfBonus(runs, held, now);
  const programme = held.programmes.get(promoter.programme)?.programme;
  const rule = place < 0 ? null : (rules[place] as CompiledRule);
  const ordinary = rule
    ? higher(rateOfRule(rule, held), bonus, held)
    : (bonus ?? (programme?.rate ? rateOfProgramme(promoter.programme, { of: 'default' }, programme.rate) : null));
  const isDefault = ordinary === null || ordinary.source.kind === 'programme';
  const special = programme && isDefault ? specials(promoter.programme, programme) : [];
  return { ordinary, differing: [...told.map((one) => rateOfRule(one, held)), ...special].slice(0, TOLD) };
}

/** Whether a rule holds now and is for this promoter; one of a campaign holds while the campaign runs. */
function isFor(rule: CompiledRule, { id, groupCode }: PromoterRow, held: BookInForce, now: Instant): boolean {
  if (now < rule.matchesFrom || now >= rule.matchesTo) return false;
  if (!isReached(rule.reachedPromoters, id) || !isReached(rule.reachedGroups, groupCode)) return false;
  const window = campaignOf(rule.rule, held);
  return window !== null && (window.from ?? now) <= now && now < (window.to ?? FOREVER);
}

/** The window of the campaign that a rule asks for; an open one where it asks for none, null where there is none such. */
function campaignOf({ when }: Rule, { campaigns }: BookInForce): { from: Instant | null; to: Instant | null } | null {
  if (!when.campaign) return { from: null, to: null };
  return campaigns.get(when.campaign)?.campaign.window ?? null;
}

/** A coupon that gives the sale to somebody else earns this promoter nothing, and its code is not his to know. */
async function withoutForeignCoupons(
  db: Reader,
  { merchantId, id }: PromoterRow,
  rules: readonly CompiledRule[],
): Promise<CompiledRule[]> {
  const codes = new Set(rules.flatMap(({ rule }) => (rule.when.coupons ?? []).map(foldCoupon)));
  const rows = await findAmong(db, couponTable, 'merchant_id = ?', [merchantId], 'foldedCode', [...codes]);
  const foreign = new Set(
    rows.filter(({ ownerId }) => ownerId !== null && ownerId !== id).map((row) => row.foldedCode),
  );
  return rules.filter(({ rule }) => {
    const { coupons = [] } = rule.when;
    return coupons.length === 0 || coupons.some((coupon) => !foreign.has(foldCoupon(coupon)));
  });
}

function rateOfRule({ ref, rule, rate, matchesTo }: CompiledRule, held: BookInForce): ReachingRate {
  const to = Math.min(matchesTo, campaignOf(rule, held)?.to ?? FOREVER);
  return { source: { kind: 'rule', code: ref, rule }, rate, until: to === FOREVER ? null : to };
}

/** The running bonus with the highest threshold. Metric and window are those of the day on which it began. */
function rateOfBonus(runs: readonly BonusRunRow[], held: BookInForce, now: Instant): ReachingRate | null {
  const running = runs.filter(({ fromAt, toAt }) => fromAt <= now && now < toAt);
  const [best] = [...running].sort((a, b) => b.threshold - a.threshold || b.step - a.step);
  if (!best) return null;
  const { step, threshold, rate, toAt } = best;
  const metric = held.tierBonuses?.metric ?? 'sales';
  const window = held.tierBonuses?.steps[step - 1]?.window ?? 'since_joining';
  const source = { kind: 'tier_bonus' as const, step, threshold, rate, metric, window };
  return { source, rate, until: toAt === FOREVER ? null : toAt };
}

/** Where the merchant lets the higher one of group and bonus win: two percents are compared, other rates only with an order at hand. */
function higher(rule: ReachingRate, bonus: ReachingRate | null, { settings }: BookInForce): ReachingRate {
  const isGroup = rule.source.kind === 'rule' && rule.source.rule.layer === 'group';
  if (!bonus || !isGroup || settings.settings.groupVsTier !== 'higher_wins') return rule;
  if (rule.rate.kind !== 'percent' || bonus.rate.kind !== 'percent') return rule;
  return bonus.rate.percent > rule.rate.percent ? bonus : rule;
}

type Key = Extract<RateSource, { kind: 'programme' }>['on'];

function rateOfProgramme(programme: string, on: Key, rate: Rate): ReachingRate {
  return { source: { kind: 'programme', programme, on, rate }, rate, until: null };
}

/** The special rates of a programme: categories say more than single products. */
function specials(code: string, { categories, skus }: Programme): ReachingRate[] {
  const of = (kind: 'category' | 'sku', rates: Programme['skus']) =>
    Object.entries(rates)
      .slice(0, TOLD)
      .map(([key, rate]) => rateOfProgramme(code, { of: kind, key }, rate));
  return [...of('category', categories), ...of('sku', skus)];
}
