import type { Lang } from '@fenrun/contracts';
import { inForce } from '@fenrun/engine';
import { FOREVER, formatInstant, formatMoney, type Instant, type Money, minor, type Rate } from '@fenrun/kernel';
import { type Database, findOne } from '../foundation/db';
import type { CalledMerchant } from '../foundation/http';
import { currentBook, type InForceBook } from '../modules/plans';
import { promoterTable } from '../modules/promoters';
import type { EarningView, Looking, OfferEarnings, Offered } from '../modules/storefront';
import { type EarningTongue, earningSums, earningTag, earningWhy } from './earning-words';
import { type Earning, estimateEarnings } from './estimate-earnings';
import { rateText } from './shop-words';

/**
 * What a member would earn on products, if he is an active promoter; empty for everybody else. With `campaign`, through
 * shares of that campaign.
 */
export async function shopEarnings(
  { db, merchant, memberId, lang, now }: Looking,
  products: readonly Offered[],
  campaign: string | null = null,
): Promise<Map<string, OfferEarnings>> {
  if (products.length === 0) return new Map();
  const promoter = await findOne(db.read, promoterTable, 'merchant_id = ? AND member_id = ?', [merchant.id, memberId]);
  if (promoter?.status !== 'active') return new Map();
  const offers = products.map(({ sku, category, price }) => ({ sku, category, price: minor(price) }));
  const [earnings, book] = await Promise.all([
    estimateEarnings(db, promoter, offers, now, campaign),
    currentBook(db.read, merchant.id, db),
  ]);
  const isRebate = settingsOf(book, now).selfPurchase.mode === 'rebate';
  const tongue = { book, currency: merchant.currency, zone: book.zone, lang, group: promoter.groupCode };
  return new Map(
    offers.flatMap((offer) => {
      const earning = earnings.get(offer.sku);
      return earning ? [[offer.sku, viewOf(offer.price, earning, isRebate, tongue)] as const] : [];
    }),
  );
}

function settingsOf({ compiled }: InForceBook, now: Instant) {
  return inForce(compiled, now).settings.settings;
}

function viewOf(price: Money, earning: Earning, isRebate: boolean, tongue: EarningTongue): OfferEarnings {
  const { amount, rate, self, selfRate, after } = earning;
  const tag = earningTag(earning, tongue);
  const earn = rate && amount > 0 ? earningView(amount, rate, tag, after?.at ?? FOREVER, tongue) : null;
  const selfRebate = isRebate && selfRate && self > 0 ? earningView(self, selfRate, null, FOREVER, tongue) : null;
  if (!earn) return { earn, selfRebate, why: null, computation: [] };
  const computation = earningSums(price, earning, tongue).map(({ text, amount: part }) => ({
    text,
    amount: formatMoney(part, tongue.currency),
  }));
  return { earn, selfRebate, why: earningWhy(earning, tongue), computation };
}

function earningView(
  amount: Money,
  rate: Rate,
  tag: string | null,
  until: Instant,
  { currency, lang }: EarningTongue,
): EarningView {
  const ends = until < FOREVER ? formatInstant(until) : null;
  return { amount: formatMoney(amount, currency), rate: rateText(rate, currency, lang), tag, until: ends };
}

/** When what is earned can be had, as one sentence, by the merchant's hold and approval. */
export async function whenPaid({ db, merchant, lang, now }: Looking): Promise<string> {
  const { hold, approval } = settingsOf(await currentBook(db.read, merchant.id, db), now);
  const after =
    lang === 'zh'
      ? hold.from === 'completed'
        ? '顾客收货'
        : '顾客付款'
      : hold.from === 'completed'
        ? 'receipt'
        : 'payment';
  const isManual = approval.default === 'manual';
  if (lang === 'zh') return `${after}满 ${hold.days} 天${isManual ? '、商户审核后' : '后'}可提现`;
  return `Can be withdrawn ${hold.days} days after ${after}${isManual ? ', once the shop has approved it' : ''}`;
}

/** What the default programme pays on products, for the console's catalogue. */
export async function productRates(
  db: Database,
  merchant: CalledMerchant,
  products: readonly Offered[],
  lang: Lang,
  now: Instant,
): Promise<Map<string, { rate: string | null; isExcluded: boolean }>> {
  if (products.length === 0) return new Map();
  const { compiled } = await currentBook(db.read, merchant.id, db);
  const { settings, programmes } = inForce(compiled, now);
  const programme = [...programmes.values()].find(({ programme: one }) => one.isDefault)?.programme;
  return new Map(
    products.map(({ sku, category }) => {
      const rate =
        programme?.skus[sku] ??
        (category === null ? undefined : programme?.categories[category]) ??
        programme?.rate ??
        null;
      const isExcluded = settings.excludedSkus.has(sku);
      return [sku, { rate: rate && !isExcluded ? rateText(rate, merchant.currency, lang) : null, isExcluded }];
    }),
  );
}
