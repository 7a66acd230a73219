import { type Money, minor, type Zone } from '@fenrun/kernel';
import type { RateKey, RateSource } from '../explain/rate-source';
import type { Range, Rule, RuleConditions } from '../model/index';
import { windowText } from './day-text';
import { type Language, roundMoneyText } from './money-text';

/** What people call the things that rules name by code; a name that nobody knows is the code itself. */
export interface RuleNames {
  readonly sku: (code: string) => string;
  readonly category: (code: string) => string;
  readonly promoter: (id: string) => string;
  readonly group: (code: string) => string;
  readonly campaign: (code: string) => string;
  readonly programme: (code: string) => string;
}

export interface SentenceContext {
  readonly names: RuleNames;
  readonly zone: Zone;
  readonly currency: string;
  readonly lang: Language;
}

/** A rate of any layer as a sentence; the rate itself stands beside it: `对金牌组，11月1日–11月12日，茶叶类付` `12%`. */
export function ruleSentence(source: RateSource, context: SentenceContext): string {
  return (SENTENCES[source.kind] as (source: RateSource, context: SentenceContext) => string)(source, context);
}

type Sentences = {
  readonly [K in RateSource['kind']]: (source: Extract<RateSource, { kind: K }>, context: SentenceContext) => string;
};

const SENTENCES: Sentences = {
  rule: ({ rule }, context) => {
    const head = [
      whom(rule, context),
      windowText(rule.window, context.zone, context.lang),
      ...ofOrder(rule.when, context),
    ];
    return join([...head, tail(rule, context)], context.lang);
  },
  tier_bonus: ({ metric, window, threshold }, { lang, currency }) => {
    const amount = metric === 'sales' ? roundMoneyText(minor(threshold), currency) : String(threshold);
    if (lang === 'zh') {
      const reached = metric === 'sales' ? `销售满 ${amount}` : `成交满 ${amount} 单`;
      return `${WINDOWS[window].zh}${reached}，付`;
    }
    return `${metric === 'sales' ? `Sales of ${amount}` : `${amount} orders`} ${WINDOWS[window].en}, pays`;
  },
  programme: ({ programme, on }, context) => {
    const name = context.names.programme(programme);
    if (context.lang === 'zh') return `${name}，${on.of === 'default' ? '默认' : keyName(on, context)}付`;
    return on.of === 'default' ? `${name}, pays by default` : `${name}, pays on ${keyName(on, context)}`;
  },
  self: ({ on }, context) => {
    if (context.lang === 'zh') return `自购，${on.of === 'default' ? '默认' : keyName(on, context)}返`;
    return on.of === 'default' ? 'Own purchase, pays by default' : `Own purchase, pays on ${keyName(on, context)}`;
  },
  network: ({ level, basis }, { lang }) => {
    const onCommission = basis === 'commission';
    if (lang === 'zh') return `邀请的伙伴成交，第 ${level} 级按${onCommission ? '直接佣金' : '计佣金额'}付`;
    return `A partner’s sale, level ${level}, pays on the ${onCommission ? 'direct commission' : 'base'}`;
  },
  bonus: ({ campaign, bonus }, { lang, names }) => {
    const name = names.campaign(campaign);
    if (bonus.kind === 'per_order')
      return lang === 'zh' ? `活动「${name}」，每单付` : `Campaign ${name}, pays per order`;
    if (lang === 'zh') return `活动「${name}」，每满 ${bonus.every} 单付`;
    return `Campaign ${name}, pays for every ${bonus.every} orders`;
  },
  manual: (_, { lang }) => (lang === 'zh' ? '录入订单时指定的金额' : 'The amount set when the sale was recorded'),
};

const WINDOWS = {
  last_month: { zh: '上月', en: 'last month' },
  trailing_30_days: { zh: '近 30 天', en: 'in 30 days' },
  since_joining: { zh: '加入以来', en: 'since joining' },
} as const;

function whom({ layer, promoters, groups }: Rule, { names, lang }: SentenceContext): string {
  const listed = layer === 'group' ? groups.map(names.group) : promoters.map(names.promoter);
  if (listed.length === 0) return '';
  return lang === 'zh' ? `对${some(listed, lang)}` : `For ${some(listed, lang)}`;
}

/** Conditions of the whole order, in words. */
function ofOrder(when: RuleConditions, { names, currency, lang }: SentenceContext): string[] {
  const zh = lang === 'zh';
  const { coupons = [], country = [], customer, amount, campaign, orderType, subId } = when;
  const buyer = customer ? CUSTOMERS[customer][lang] : '';
  const size = amount ? amountText(amount, currency, lang) : '';
  return [
    coupons.length > 0 ? (zh ? `用了券 ${some(coupons, lang)}` : `with coupon ${some(coupons, lang)}`) : '',
    country.length > 0 ? (zh ? `国家 ${some(country, lang)}` : `country ${some(country, lang)}`) : '',
    zh ? buyer + size : [buyer, size].filter(Boolean).join(', '),
    campaign ? (zh ? `活动「${names.campaign(campaign)}」` : `campaign ${names.campaign(campaign)}`) : '',
    orderType ? ORDER_TYPES[orderType][lang] : '',
    subId ? (zh ? `子渠道 ${subId}` : `sub id ${subId}`) : '',
  ];
}

const CUSTOMERS = {
  new: { zh: '新客', en: 'new customers' },
  returning: { zh: '老客', en: 'returning customers' },
} as const;

const ORDER_TYPES = {
  one_time: { zh: '单次订单', en: 'one-time orders' },
  recurring: { zh: '订阅订单', en: 'recurring orders' },
  manual: { zh: '人工录入的订单', en: 'manual orders' },
} as const;

function amountText({ from, to }: Range<Money>, currency: string, lang: Language): string {
  const [least, most] = [from, to].map((at) => (at === null ? '' : roundMoneyText(minor(at), currency)));
  if (least && most) return lang === 'zh' ? `单笔 ${least}–${most}` : `orders of ${least} – ${most}`;
  if (least) return lang === 'zh' ? `单笔满 ${least}` : `orders from ${least}`;
  if (most) return lang === 'zh' ? `单笔不足 ${most}` : `orders below ${most}`;
  return '';
}

/** What it pays on: the whole order, or the products that it names. */
function tail(rule: Rule, context: SentenceContext): string {
  const { when, layer, scope } = rule;
  const products = [
    ...(when.skus ?? []).map(context.names.sku),
    ...(when.categories ?? []).map((code) => categoryName(code, context)),
  ];
  const zh = context.lang === 'zh';
  const list = some(products, context.lang);
  if (layer !== 'sales_match') return zh ? `${list}付` : list ? `pays on ${list}` : 'pays';
  const isWhole = (scope ?? (products.length > 0 ? 'matched_lines' : 'order')) === 'order';
  if (products.length === 0) return zh ? (isWhole ? '整单付' : '付') : isWhole ? 'pays on the whole order' : 'pays';
  if (isWhole) return zh ? `买了${list}，整单付` : `when ${list} is bought, pays on the whole order`;
  return zh ? `${list}付` : `pays on ${list}`;
}

function keyName(on: Exclude<RateKey, { of: 'default' }>, context: SentenceContext): string {
  if (on.of === 'category') return categoryName(on.key, context);
  if (on.of === 'sku') return context.names.sku(on.key);
  const name = context.names.campaign(on.key);
  return context.lang === 'zh' ? `活动「${name}」` : `campaign ${name}`;
}

function categoryName(code: string, { names, lang }: SentenceContext): string {
  return lang === 'zh' ? `${names.category(code)}类` : names.category(code);
}

/** Names listed before the rest is only counted. */
const NAMED = 3;

function some(names: readonly string[], lang: Language): string {
  const shown = names.slice(0, NAMED).join(lang === 'zh' ? '、' : ', ');
  if (names.length <= NAMED) return shown;
  return lang === 'zh' ? `${shown}等 ${names.length} 项` : `${shown} and ${names.length - NAMED} more`;
}

function join(parts: readonly string[], lang: Language): string {
  const text = parts.filter((part) => part !== '').join(lang === 'zh' ? '，' : ', ');
  return lang === 'zh' ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
