import {
  type BookInForce,
  type CommissionLayer,
  decide,
  holdsAt,
  inForce,
  type RateSource,
  rateSource,
  type Sale,
} from '@fenrun/engine';
import { FOREVER, type Instant, type Money, minor, type Rate, ZERO } from '@fenrun/kernel';
import { type Database, find } from '../foundation/db';
import { type BonusRunRow, bonusRunTable } from '../modules/climbing';
import { currentBook, type InForceBook } from '../modules/plans';
import { type PromoterRow, standingAt } from '../modules/promoters';

/** A product as a promoter would sell it: one piece. */
export interface Offer {
  readonly sku: string;
  readonly category: string | null;
  readonly price: Money;
}

/** What one piece would earn at an instant, and what decides. */
export interface Estimate {
  /** All that the promoter would earn: his commission and a campaign's reward for the order. */
  readonly amount: Money;
  /** The part of it that a campaign adds for the order. */
  readonly reward: Money;
  /** The rule that would decide, as in a trace; null if no rate wins. */
  readonly rule: string | null;
  readonly layer: CommissionLayer | null;
  readonly rate: Rate | null;
  /** The same rule as the book has it. */
  readonly source: RateSource | null;
  /** The campaign to which a share of the product would belong. */
  readonly campaign: string | null;
}

export interface Earning extends Estimate {
  /** What he would get back on one piece that he buys himself, and at which rate. */
  readonly self: Money;
  readonly selfRate: Rate | null;
  /** When what decides ends, and what holds from then on; null where nothing ends. */
  readonly after: (Estimate & { readonly at: Instant }) | null;
}

/**
 * What a promoter would earn on each product if one piece were sold now, by the real rules: hypothetical orders,
 * decided and thrown away. Nothing is read per product. With `campaign`, the sales come through a share of that campaign;
 * else through the share that the product would get: of a campaign that covers it, where this earns no less.
 */
export async function estimateEarnings(
  db: Database,
  promoter: PromoterRow,
  offers: readonly Offer[],
  now: Instant,
  campaign: string | null = null,
): Promise<Map<string, Earning>> {
  const { merchantId, id } = promoter;
  const book = await currentBook(db.read, merchantId, db);
  const where = 'merchant_id = ? AND promoter_id = ? AND from_at <= ? AND to_at > ?';
  const runs = await find(db.read, bonusRunTable, where, [merchantId, id, now, now]);
  const seller: Seller = { book, promoter, runs };
  return new Map(offers.map((offer) => [offer.sku, earningOf(seller, offer, now, campaign)]));
}

/** Who would sell, and by which book. */
interface Seller {
  readonly book: InForceBook;
  readonly promoter: PromoterRow;
  readonly runs: readonly BonusRunRow[];
}

function earningOf(seller: Seller, offer: Offer, now: Instant, campaign: string | null): Earning {
  const estimate = campaign === null ? best(seller, offer, now) : sold(seller, offer, now, campaign);
  const own = decided(seller, offer, now, estimate.campaign, true);
  const end = endOf(seller, estimate, now);
  return {
    ...estimate,
    self: own.commissions[0]?.amount ?? ZERO,
    selfRate: own.lines[0]?.rate ?? null,
    after: end === null ? null : { ...best(seller, offer, end), at: end },
  };
}

/** Campaigns that are tried for one product at most, those that end first: they rarely meet. */
const CAMPAIGNS_TRIED = 5;

/** The most that a share of the product can earn; of equal ones that of a campaign, since it may count toward a reward. */
function best(seller: Seller, offer: Offer, at: Instant): Estimate {
  const plain = sold(seller, offer, at, null);
  const held = inForce(seller.book.compiled, at);
  const inCampaigns = campaignsOf(held, offer, at).map((campaign) => sold(seller, offer, at, campaign));
  return inCampaigns.reduceRight((most, one) => (one.amount >= most.amount ? one : most), plain);
}

function campaignsOf({ campaigns }: BookInForce, { sku, category }: Offer, at: Instant): string[] {
  return [...campaigns.values()]
    .filter(({ campaign }) => holdsAt(campaign.window, at))
    .filter(
      ({ listsProducts, skus, categories }) =>
        !listsProducts || skus.has(sku) || (category !== null && categories.has(category)),
    )
    .sort((a, b) => (a.campaign.window.to ?? FOREVER) - (b.campaign.window.to ?? FOREVER))
    .slice(0, CAMPAIGNS_TRIED)
    .map(({ code }) => code);
}

function sold(seller: Seller, offer: Offer, at: Instant, campaign: string | null): Estimate {
  const { lines, commissions } = decided(seller, offer, at, campaign, false);
  const line = lines[0];
  const reward = commissions.find(({ kind }) => kind === 'bonus')?.amount ?? ZERO;
  const direct = commissions.find(({ kind }) => kind === 'direct')?.amount ?? ZERO;
  const { rule = null, layer = null, rate = null } = line ?? {};
  const { book } = seller.book;
  const facts = { promoter: standingOf(seller, at) };
  const context = { book, bookVersion: book.version, paidAt: at, facts };
  const source = rule !== null && layer !== null ? rateSource(rule, layer, offer, context) : null;
  return { amount: minor(direct + reward), reward, rule, layer, rate, source, campaign };
}

function decided(seller: Seller, offer: Offer, at: Instant, campaign: string | null, buyerIsPromoter: boolean) {
  const facts = { by: 'order' as const, promoter: standingOf(seller, at), buyerIsPromoter, chain: [] };
  return decide(seller.book.compiled, toSale(offer, at, campaign), facts);
}

function standingOf({ promoter, runs }: Seller, at: Instant) {
  const { isActive, programme, group } = standingAt(promoter, [], Math.max(at, promoter.changedAt));
  const bonuses = runs.filter(({ toAt }) => toAt > at).map(({ step, threshold, rate }) => ({ step, threshold, rate }));
  return { id: promoter.id, isActive, programme, group, bonuses };
}

/** The first end of what decides: the rule, the bonus, the campaign where the amount hangs on it. */
function endOf({ book, runs }: Seller, { source, campaign, reward }: Estimate, at: Instant): Instant | null {
  const ends: (Instant | null | undefined)[] = [];
  if (source?.kind === 'rule') ends.push(source.rule.window.to);
  if (source?.kind === 'tier_bonus') ends.push(runs.find(({ step }) => step === source.step)?.toAt);
  const hangsOn = (source?.kind === 'rule' && source.rule.when.campaign) || (reward > 0 ? campaign : null);
  if (hangsOn) ends.push(inForce(book.compiled, at).campaigns.get(hangsOn)?.campaign.window.to);
  const end = Math.min(...ends.map((one) => one ?? FOREVER));
  return end < FOREVER && end > at ? end : null;
}

function toSale({ sku, category, price }: Offer, paidAt: Instant, campaign: string | null): Sale {
  return {
    type: 'one_time',
    sequence: null,
    paidAt,
    lines: [{ sku, category, quantity: 1, price, discount: ZERO, tax: ZERO }],
    discount: ZERO,
    shipping: ZERO,
    coupons: [],
    country: null,
    subId: null,
    campaign,
    newness: 'none',
    manualAmount: null,
  };
}
