import { type Money, minor, type Zone } from '@fenrun/kernel';
import type { RateKey, RateSource } from '../explain/rate-source';
import type { Condition, Range, Rule, RuleConditions } from '../model/index';
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

/** What of a rule a piece of its sentence says; it leads to that field of the rule's form. */
export type SentenceToken = Condition | 'promoters' | 'groups' | 'window' | 'scope';

/** A piece of a sentence: plain words, or what the rule names. */
export type SentencePart = { readonly text: string } | { readonly token: SentenceToken; readonly text: string };

/** A rate of any layer as a sentence; the rate itself stands beside it: `对金牌组，11月1日–11月12日，茶叶类付` `12%`. */
export function ruleSentence(source: RateSource, context: SentenceContext): string {
  return joinedText(ruleSentenceParts(source, context));
}

/** The same in pieces; joined they are the sentence. Only rules that people write have pieces with tokens. */
export function ruleSentenceParts(source: RateSource, context: SentenceContext): SentencePart[] {
  if (source.kind === 'rule') return writtenRule(source.rule, context);
  return [
    { text: (SENTENCES[source.kind] as (source: RateSource, context: SentenceContext) => string)(source, context) },
  ];
}

function joinedText(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join('');
}

type Sentences = {
  readonly [K in Exclude<RateSource['kind'], 'rule'>]: (
    source: Extract<RateSource, { kind: K }>,
    context: SentenceContext,
  ) => string;
};

const SENTENCES: Sentences = {
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

/** A clause of a sentence: words, and what the rule names, in pieces. Empty for one that is not there. */
type Clause = readonly SentencePart[];

const words = (text: string): SentencePart => ({ text });
const token = (kind: SentenceToken, text: string): SentencePart => ({ token: kind, text });

function writtenRule(rule: Rule, context: SentenceContext): SentencePart[] {
  const window = windowText(rule.window, context.zone, context.lang);
  const clauses: Clause[] = [
    whom(rule, context),
    window === '' ? [] : [token('window', window)],
    ...ofOrder(rule.when, context),
    tail(rule, context),
  ];
  return joinClauses(clauses, context.lang);
}

function whom({ layer, promoters, groups }: Rule, { names, lang }: SentenceContext): Clause {
  const listed =
    layer === 'group' ? some('groups', groups, names.group, lang) : some('promoters', promoters, names.promoter, lang);
  return listed.length === 0 ? [] : [words(lang === 'zh' ? '对' : 'For '), ...listed];
}

/** Conditions of the whole order, in words. */
function ofOrder(when: RuleConditions, { names, currency, lang }: SentenceContext): Clause[] {
  const zh = lang === 'zh';
  const { coupons = [], country = [], customer, amount, campaign, orderType, subId } = when;
  const same = (code: string) => code;
  const size = amount ? amountText(amount, currency, lang) : '';
  const buyer = customer ? [token('customer', CUSTOMERS[customer][lang])] : [];
  const total = size === '' ? [] : [token('amount', size)];
  return [
    coupons.length > 0 ? [words(zh ? '用了券 ' : 'with coupon '), ...some('coupons', coupons, same, lang)] : [],
    country.length > 0 ? [words(zh ? '国家 ' : 'country '), ...some('country', country, same, lang)] : [],
    ...(zh ? [[...buyer, ...total]] : [buyer, total]),
    campaign
      ? [words(zh ? '活动「' : 'campaign '), token('campaign', names.campaign(campaign)), words(zh ? '」' : '')]
      : [],
    orderType ? [token('orderType', ORDER_TYPES[orderType][lang])] : [],
    subId ? [words(zh ? '子渠道 ' : 'sub id '), token('subId', subId)] : [],
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
function tail({ when, layer, scope }: Rule, context: SentenceContext): Clause {
  const { names, lang } = context;
  const zh = lang === 'zh';
  const products = someOf(
    [
      ...(when.skus ?? []).map((code) => token('skus', names.sku(code))),
      ...(when.categories ?? []).map((code) => token('categories', categoryName(code, context))),
    ],
    lang,
  );
  const lists = products.length > 0;
  const isWhole = layer === 'sales_match' && (scope ?? (lists ? 'matched_lines' : 'order')) === 'order';
  if (!isWhole) return zh ? [...products, words('付')] : [words(lists ? 'pays on ' : 'pays'), ...products];
  const whole = zh ? [token('scope', '整单'), words('付')] : [words('pays on '), token('scope', 'the whole order')];
  if (!lists) return whole;
  return zh
    ? [words('买了'), ...products, words('，'), ...whole]
    : [words('when '), ...products, words(' is bought, '), ...whole];
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

function some(kind: SentenceToken, codes: readonly string[], name: (code: string) => string, lang: Language): Clause {
  return someOf(
    codes.map((code, index) => token(kind, index < NAMED ? name(code) : '')),
    lang,
  );
}

function someOf(listed: readonly SentencePart[], lang: Language): Clause {
  const shown = listed
    .slice(0, NAMED)
    .flatMap((one, index) => (index === 0 ? [one] : [words(lang === 'zh' ? '、' : ', '), one]));
  if (listed.length <= NAMED) return shown;
  return [...shown, words(lang === 'zh' ? `等 ${listed.length} 项` : ` and ${listed.length - NAMED} more`)];
}

/** Clauses one after another; the sentence begins with a capital where there are such. */
function joinClauses(clauses: readonly Clause[], lang: Language): SentencePart[] {
  const given = clauses.filter((clause) => clause.length > 0);
  const parts = given.flatMap((clause, index) =>
    index === 0 ? clause : [words(lang === 'zh' ? '，' : ', '), ...clause],
  );
  const joined = parts.filter(({ text }) => text !== '');
  const [first, ...rest] = joined;
  if (!first || lang === 'zh') return joined;
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}
