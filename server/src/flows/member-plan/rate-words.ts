import type { Lang } from '@fenrun/contracts';
import { dayText, ruleSentence } from '@fenrun/engine';
import type { Database } from '../../foundation/db';
import { type Reading, sentencesOf } from '../../modules/commission';
import type { PromoterRow } from '../../modules/promoters';
import { categoriesOf, productsOf } from '../../modules/storefront';
import { withoutPay } from '../pages/without-pay';
import type { ReachingRate } from './rates-that-reach';

/** What a rate says to the promoter whom it reaches. */
export type RateSentence = (rate: ReachingRate) => string;

/** Sentences of rates, to the promoter himself: whom else a rule is for is left out. Two reads, however many rates. */
export async function rateSentences(
  db: Database,
  reading: Reading,
  rates: readonly ReachingRate[],
): Promise<RateSentence> {
  const skus = rates.flatMap(({ source }) => {
    if (source.kind === 'rule') return source.rule.when.skus?.slice(0, SPELLED) ?? [];
    return source.kind === 'programme' && source.on.of === 'sku' ? [source.on.key] : [];
  });
  const [categories, goods] = await Promise.all([
    categoriesOf(db.read, reading.merchantId),
    productsOf(db.read, reading.merchantId, skus),
  ]);
  const products = new Map(goods.map((product) => [product.sku, product]));
  const context = sentencesOf(reading, { categories, promoters: [], products });
  return ({ source }) => {
    if (source.kind !== 'rule') return withoutPay(ruleSentence(source, context), reading.lang);
    // Whom it is for and until when stand beside it.
    const bare = { ...source.rule, promoters: [], groups: [], window: { from: null, to: null } };
    return named(source.rule, withoutPay(ruleSentence({ ...source, rule: bare }, context), reading.lang), reading.lang);
  };
}

/** A rule that the merchant named is called so first: a campaign's rate is known by its name. */
function named(rule: object, sentence: string, lang: Lang): string {
  const { name } = rule as { readonly name?: string };
  if (!name) return sentence;
  if (sentence === '') return lang === 'zh' ? `「${name}」` : name;
  return lang === 'zh' ? `「${name}」，${sentence}` : `${name}: ${sentence}`;
}

/** Products that a sentence spells out. */
const SPELLED = 3;

/** Why an ordinary product earns what it earns, in one sentence. */
export function whyText(
  ordinary: ReachingRate | null,
  promoter: PromoterRow,
  reading: Reading,
  sentence: RateSentence,
): string {
  const { names, zone, lang } = reading;
  const zh = lang === 'zh';
  const programme = names.programme(promoter.programme);
  if (!ordinary) return zh ? `你在「${programme}」，各件商品比例不同。` : `You are on “${programme}”; products differ.`;
  const { source, until } = ordinary;
  const end =
    until === null
      ? ''
      : zh
        ? `，到 ${dayText(until - 1, zone, lang, 'spaced')}`
        : `, until ${dayText(until - 1, zone, lang)}`;
  if (source.kind === 'tier_bonus') {
    const reached = sentence(ordinary);
    return zh ? `达标奖励：${reached}${end}。` : `Bonus: ${reached}${end}.`;
  }
  if (source.kind !== 'rule') return zh ? `你在「${programme}」。` : `You are on “${programme}”.`;
  return ruleWhy(source.rule.layer, names.group(promoter.groupCode) ?? '', end, zh);
}

function ruleWhy(layer: 'sales_match' | 'individual' | 'group', group: string, end: string, zh: boolean): string {
  if (layer === 'individual')
    return zh ? `商户单独给你定的比例${end}。` : `A rate that the shop has set for you${end}.`;
  if (layer === 'group')
    return zh ? `你在「${group}」，按这一组的比例${end}。` : `The rate of “${group}”, your group${end}.`;
  return zh ? `商户现在给所有成交定的比例${end}。` : `A rate that the shop pays on every sale now${end}.`;
}
