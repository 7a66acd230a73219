import {
  inForce,
  moneyText,
  type RateSource,
  type RuleNames,
  rateOfSource,
  rateText,
  ruleSentence,
  type Trace,
} from '@fenrun/engine';
import { formatPercent, type Money, minor } from '@fenrun/kernel';
import type { ProductRow } from '../../storefront';
import type { WholeCommission } from '../queries/gather-commissions';
import { bookAsOf, type Reading, sourceOf } from './reading';
import { cutOn } from './trace-view';

/** Lines of one order that the same rate won. */
interface Won {
  readonly source: RateSource | null;
  readonly names: readonly string[];
}

/** Why a commission is so much, in one sentence to its promoter: `茶叶按「冬日茶席」的 15% 计，蜂蜜按你「青叶」的 10% 计。` */
export function whyText(
  whole: WholeCommission,
  trace: Trace,
  reading: Reading,
  names: RuleNames,
  products: ReadonlyMap<string, ProductRow>,
): string {
  const cut = minor(whole.parts.reduce((all, _, index) => all + cutOn(whole, trace, index), 0));
  const zh = reading.lang === 'zh';
  const won = wonLines(whole, reading, names, products);
  const isOne = won.length === 1;
  const parts = won.map(({ source, names: what }) => {
    const goods = isOne ? '' : list(what, zh);
    return source
      ? paidPart(goods, source, whole, cut, reading, names)
      : zh
        ? `${goods}不计佣金`
        : `${goods} at nothing`;
  });
  const text = parts.join(zh ? '，' : ', ') + sharedDiscount(whole, reading) + aboveCap(whole, cut, reading);
  return zh ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function wonLines(
  whole: WholeCommission,
  reading: Reading,
  names: RuleNames,
  products: ReadonlyMap<string, ProductRow>,
): Won[] {
  const { parts, lines, settlement, sale } = whole;
  const groups = new Map<string, { source: RateSource | null; lineNos: number[] }>();
  for (const part of parts) {
    const sku = lines[part.lineNo]?.sku ?? '';
    const source = part.amount > 0 ? sourceOf(reading, settlement, sale.paidAt, sku, part) : null;
    const key = source ? `${part.layer}/${part.rule}` : '';
    const group = groups.get(key);
    if (group) group.lineNos.push(part.lineNo);
    else groups.set(key, { source, lineNos: [part.lineNo] });
  }
  const earning = [...groups.values()].sort((a, b) => Number(a.source === null) - Number(b.source === null));
  const categories = settlement.facts.categories;
  return earning.map(({ source, lineNos }) => {
    const others = new Set(
      parts.filter(({ lineNo }) => !lineNos.includes(lineNo)).map(({ lineNo }) => categories[lineNo]),
    );
    // A category stands for its products where no other line of the order is of it.
    const called = lineNos.map((lineNo) => {
      const category = categories[lineNo] ?? null;
      const line = lines[lineNo];
      if (category !== null && !others.has(category)) return names.category(category);
      return line?.name ?? products.get(line?.sku ?? '')?.name ?? line?.sku ?? '';
    });
    return { source, names: [...new Set(called)] };
  });
}

const NAMED = 3;

function list(names: readonly string[], zh: boolean): string {
  const shown = names.slice(0, NAMED).join(zh ? '、' : ', ');
  if (names.length <= NAMED) return shown;
  return zh ? `${shown}等` : `${shown} and more`;
}

function paidPart(
  goods: string,
  source: RateSource,
  whole: WholeCommission,
  cut: Money,
  reading: Reading,
  names: RuleNames,
): string {
  const zh = reading.lang === 'zh';
  if (source.kind === 'manual') {
    const given = whole.parts.reduce<number>((all, part) => all + part.amount, cut);
    const amount = moneyText(minor(given), reading.currency);
    return zh ? `商户录入这一单时指定了 ${amount}` : `the shop set ${amount} when it recorded the sale`;
  }
  if (source.kind === 'bonus') return bonusPart(source, reading, names);
  const rate = rateOfSource(source);
  const shown = rate ? rateText(rate, reading.currency, reading.lang) : '';
  if (source.kind === 'network') return networkPart(source, shown, reading);
  const label = labelOf(source, whole, reading, names);
  if (!zh) return `${goods ? `${goods} ` : ''}at ${shown} (${label})`;
  return rate?.kind === 'percent' ? `${goods}按${label}的 ${shown} 计` : `${goods}按${label} ${shown} 计`;
}

function bonusPart(
  { campaign, bonus }: Extract<RateSource, { kind: 'bonus' }>,
  reading: Reading,
  names: RuleNames,
): string {
  const amount = moneyText(bonus.amount, reading.currency);
  const name = names.campaign(campaign);
  if (bonus.kind === 'per_order')
    return reading.lang === 'zh' ? `活动「${name}」每单奖励 ${amount}` : `campaign ${name} adds ${amount} per order`;
  if (reading.lang === 'zh') return `活动「${name}」每满 ${bonus.every} 单奖励 ${amount}`;
  return `campaign ${name} adds ${amount} for every ${bonus.every} orders`;
}

function networkPart(
  { level, basis }: Extract<RateSource, { kind: 'network' }>,
  rate: string,
  reading: Reading,
): string {
  if (reading.lang === 'zh') {
    const who = level === 1 ? '你邀请的伙伴' : `你的第 ${level} 级伙伴`;
    return `${who}成交了这一单，按${basis === 'commission' ? '直接佣金' : '计佣金额'}的 ${rate} 计`;
  }
  const on = basis === 'commission' ? 'direct commission' : 'base';
  return `a partner of yours${level === 1 ? '' : ` (level ${level})`} brought this order: ${rate} of the ${on}`;
}

/** What the rate is called when its promoter is spoken to. */
function labelOf(
  source: Exclude<RateSource, { kind: 'manual' | 'bonus' | 'network' }>,
  { settlement }: WholeCommission,
  reading: Reading,
  names: RuleNames,
): string {
  const zh = reading.lang === 'zh';
  const quoted = (name: string) => (zh ? `「${name}」` : name);
  switch (source.kind) {
    case 'programme':
      return zh
        ? `你${quoted(names.programme(source.programme))}`
        : `your programme ${names.programme(source.programme)}`;
    case 'tier_bonus':
      return zh ? '你的达标奖励' : 'your tier bonus';
    case 'self':
      return zh ? '自购返佣' : 'own purchases';
    case 'rule': {
      const name = (source.rule as { readonly name?: string }).name;
      if (name) return quoted(name);
      if (source.rule.when.campaign) return quoted(names.campaign(source.rule.when.campaign));
      if (source.rule.layer === 'individual') return zh ? '你的专属比例' : 'your own rate';
      const group = settlement.facts.promoter?.group ?? null;
      if (source.rule.layer === 'group' && group !== null)
        return zh ? `你所在${quoted(names.group(group))}` : `your group ${names.group(group)}`;
      const sentence = ruleSentence(source, {
        names,
        zone: reading.zone,
        currency: reading.currency,
        lang: reading.lang,
      });
      if (zh) return quoted(sentence.replace(/[，]?(整单)?付$/, ''));
      return sentence.replace(/(^|, )pays(?: on (.*))?$/i, '$1$2').replace(/, $/, '');
    }
  }
}

/** That the order's discount was shared out, where there was one. */
function sharedDiscount({ sale, lines }: WholeCommission, reading: Reading): string {
  if (sale.discount <= 0) return '';
  const amount = moneyText(minor(sale.discount), reading.currency);
  if (reading.lang === 'zh') return lines.length > 1 ? `；优惠 ${amount} 已分摊到每件` : `；已减去优惠 ${amount}`;
  return lines.length > 1 ? `; the discount of ${amount} is shared over all items` : `; less the discount of ${amount}`;
}

/** What the cap took, where it took something. */
function aboveCap({ sale, settlement }: WholeCommission, cut: Money, reading: Reading): string {
  if (cut === 0) return '';
  const { settings } = inForce(bookAsOf(reading, settlement.facts.bookVersion), sale.paidAt).settings;
  const [cap, amount] = [formatPercent(settings.maxCommissionPercent), moneyText(cut, reading.currency)];
  return reading.lang === 'zh' ? `；超出上限 ${cap}% 的 ${amount} 不计` : `; less ${amount} above the cap of ${cap}%`;
}
