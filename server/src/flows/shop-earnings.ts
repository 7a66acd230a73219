import type { Lang } from '@fenrun/contracts';
import { type CommissionLayer, inForce } from '@fenrun/engine';
import { formatInstant, formatMoney, type Instant, type Money, minor, type Rate } from '@fenrun/kernel';
import { type Database, findOne } from '../foundation/db';
import type { CalledMerchant } from '../foundation/http';
import { currentBook, type InForceBook } from '../modules/plans';
import { promoterTable } from '../modules/promoters';
import type { EarningView, Looking, OfferEarnings, Offered } from '../modules/storefront';
import { type Earning, estimateEarnings } from './estimate-earnings';
import { moneyText, rateText } from './shop-words';

/** What a member would earn on products, if he is an active promoter; empty for everybody else. */
export async function shopEarnings(
  { db, merchant, memberId, lang, now }: Looking,
  products: readonly Offered[],
): Promise<Map<string, OfferEarnings>> {
  if (products.length === 0) return new Map();
  const promoter = await findOne(db.read, promoterTable, 'merchant_id = ? AND member_id = ?', [merchant.id, memberId]);
  if (promoter?.status !== 'active') return new Map();
  const offers = products.map(({ sku, category, price }) => ({ sku, category, price: minor(price) }));
  const [earnings, book] = await Promise.all([
    estimateEarnings(db, promoter, offers, now),
    currentBook(db.read, merchant.id, db),
  ]);
  const isRebate = settingsOf(book, now).selfPurchase.mode === 'rebate';
  return new Map(
    offers.flatMap((offer) => {
      const earning = earnings.get(offer.sku);
      return earning
        ? [[offer.sku, viewOf(offer.price, earning, book, merchant.currency, isRebate, lang)] as const]
        : [];
    }),
  );
}

function settingsOf({ compiled }: InForceBook, now: Instant) {
  return inForce(compiled, now).settings.settings;
}

function viewOf(
  price: Money,
  earning: Earning,
  book: InForceBook,
  currency: string,
  isRebate: boolean,
  lang: Lang,
): OfferEarnings {
  const earn =
    earning.rate && earning.share > 0 ? earningView(earning.share, earning.rate, earning, book, currency, lang) : null;
  const selfRebate =
    isRebate && earning.selfRate && earning.self > 0
      ? { ...earningView(earning.self, earning.selfRate, earning, book, currency, lang), tag: null, until: null }
      : null;
  if (!earn || !earning.rate) return { earn, selfRebate, why: null, computation: [] };
  return {
    earn,
    selfRebate,
    why: whyText(earning, earn, lang),
    computation: [{ text: computationText(price, earning, currency), amount: earn.amount }],
  };
}

function earningView(
  amount: Money,
  rate: Rate,
  { layer, rule }: Earning,
  book: InForceBook,
  currency: string,
  lang: Lang,
): EarningView {
  const shown = rateText(rate, currency, lang);
  const tag = layer === 'sales_match' ? `${lang === 'zh' ? '活动' : 'Campaign'} ${shown}` : null;
  return { amount: formatMoney(amount, currency), rate: shown, tag, until: endOf(book, rule) };
}

/** When the rule that decides ends, if it says so. */
function endOf({ book }: InForceBook, code: string | null): string | null {
  const rule = book.rules.find((history) => history.code === code)?.versions.at(-1)?.value;
  const to = rule?.window.to;
  return typeof to === 'number' && to < 8_640_000_000_000_000 ? formatInstant(to) : null;
}

const WHY: Readonly<Partial<Record<CommissionLayer, Readonly<Record<Lang, string>>>>> = {
  sales_match: { zh: '这件商品正在活动中，分享赚', en: 'This product is in a campaign: sharing it earns' },
  individual: { zh: '商家给你的专属比例是', en: 'Your personal rate is' },
  group: { zh: '你所在分组的比例是', en: 'The rate of your group is' },
  tier_bonus: { zh: '你正在享受阶段奖励，比例是', en: 'Your bonus rate is' },
  default: { zh: '按你的推广计划，这件商品的比例是', en: 'By your programme, the rate of this product is' },
};

function whyText({ layer }: Earning, { rate }: EarningView, lang: Lang): string | null {
  const words = layer ? WHY[layer] : undefined;
  return words ? `${words[lang]} ${rate}${lang === 'zh' ? '。' : '.'}` : null;
}

/** `¥268.00 × 15% = ¥40.20` */
function computationText(price: Money, { rate, share }: Earning, currency: string): string {
  const result = moneyText(share, currency);
  if (rate?.kind !== 'percent') return result;
  return `${moneyText(price, currency)} × ${rateText(rate, currency, 'en')} = ${result}`;
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
  if (lang === 'zh') return `${after}满 ${hold.days} 天${isManual ? '、商家审核后' : '后'}可提现`;
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
