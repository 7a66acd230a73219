import type { Lang } from '@fenrun/contracts';
import { isBeforeRule, type LossReason, roundMoneyText, type TraceCandidate } from '@fenrun/engine';
import { minor } from '@fenrun/kernel';
import type { Explained, Reading } from '../../modules/commission';
import type { TrialRows } from './whole-trial';

/** Whether a rule won lines and which, or why not, in a few words. */
export interface Verdict {
  readonly won: boolean;
  readonly text: string;
}

interface Judged {
  readonly candidate: TraceCandidate;
  readonly lineNo: number;
  /** Whether its window had not begun at the paid time. */
  readonly isEarly: boolean;
}

/** The verdict on every rule that was looked at, by its ref. */
export function verdicts(explained: Explained, rows: TrialRows, reading: Reading): Record<string, Verdict> {
  const byRule = new Map<string, Judged[]>();
  explained.trace.lines.forEach(({ candidates }, lineNo) => {
    candidates.forEach((candidate, place) => {
      const source = explained.sources[lineNo]?.[place];
      const isEarly = source?.kind === 'rule' && isBeforeRule(source, reading.book, rows.sale.paidAt);
      const judged = { candidate, lineNo, isEarly };
      byRule.set(candidate.rule, [...(byRule.get(candidate.rule) ?? []), judged]);
    });
  });
  return Object.fromEntries([...byRule].map(([ref, judged]) => [ref, verdictOn(judged, explained, rows, reading)]));
}

function verdictOn(judged: readonly Judged[], explained: Explained, rows: TrialRows, reading: Reading): Verdict {
  const won = judged.filter(({ candidate }) => candidate.lost === null);
  if (won.length > 0) {
    const lines = won.map(({ lineNo }) => lineNo);
    return { won: true, text: wonText(lines, explained, rows, reading.lang) };
  }
  // A rule that matched somewhere says who went before it; otherwise the last condition that it came to.
  const nearest = [...judged].sort((a, b) => nearness(b.candidate.lost) - nearness(a.candidate.lost))[0];
  return { won: false, text: nearest ? lostText(nearest, rows, reading) : '' };
}

const ORDER = ['coupons', 'skus', 'categories', 'country', 'customer', 'amount', 'campaign', 'orderType', 'subId'];

function nearness(lost: LossReason | null): number {
  if (lost === 'outside_window') return -1;
  const condition = lost?.startsWith('condition_failed:') ? lost.slice('condition_failed:'.length) : null;
  return condition === null ? ORDER.length : ORDER.indexOf(condition);
}

/** `茶叶行用这条`: the category of the lines where it stands for them alone, else their products. */
function wonText(
  lineNos: readonly number[],
  { sentences }: Explained,
  { lines, settlement }: TrialRows,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  if (lineNos.length === lines.length) return zh ? '用这条' : 'Used';
  const { categories } = settlement.facts;
  const others = new Set(categories.filter((_, lineNo) => !lineNos.includes(lineNo)));
  const names = lineNos.map((lineNo) => {
    const category = categories[lineNo] ?? null;
    if (category !== null && !others.has(category)) return sentences.names.category(category);
    return lines[lineNo]?.name ?? lines[lineNo]?.sku ?? '';
  });
  const unique = [...new Set(names)];
  return zh ? `${unique.join('、')}行用这条` : `Used for ${unique.join(', ')}`;
}

const SHORT: Readonly<Record<Exclude<LossReason, 'outside_window'>, Readonly<Record<Lang, string>>>> = {
  'condition_failed:coupons': { zh: '没用这张券', en: 'Coupon not used' },
  'condition_failed:skus': { zh: '没买这些商品', en: 'Not these products' },
  'condition_failed:categories': { zh: '没买这个品类', en: 'Not this category' },
  'condition_failed:country': { zh: '国家或地区不符', en: 'Not this country' },
  'condition_failed:customer': { zh: '没有客户', en: 'No customer' },
  'condition_failed:amount': { zh: '金额不在范围内', en: 'Amount out of range' },
  'condition_failed:campaign': { zh: '不属于这个活动', en: 'Not in the campaign' },
  'condition_failed:orderType': { zh: '订单类型不符', en: 'Not this type of order' },
  'condition_failed:subId': { zh: '子渠道不符', en: 'Not this sub id' },
  lower_layer: { zh: '上层已定', en: 'A higher layer decided' },
  lower_amount: { zh: '算出来更少', en: 'Pays less' },
  lower_priority: { zh: '优先级更低', en: 'Lower priority' },
  fewer_conditions: { zh: '条件更少', en: 'Fewer conditions' },
  older: { zh: '开始得更早', en: 'Older' },
  larger_id: { zh: '编号靠后', en: 'Later by its id' },
};

/** A manual amount goes before all layers. */
const BY_HAND: Readonly<Record<Lang, string>> = { zh: '人工指定了金额', en: 'The amount was set by hand' };

function lostText({ candidate: { lost }, isEarly }: Judged, { sale, settlement }: TrialRows, reading: Reading): string {
  const { lang } = reading;
  const zh = lang === 'zh';
  if (lost === null) return '';
  if (lost === 'outside_window') {
    if (isEarly) return zh ? '付款时还没开始' : 'Not begun when paid';
    return zh ? '付款时已结束' : 'Over when paid';
  }
  if (lost === 'condition_failed:customer' && settlement.facts.newness !== 'none') {
    if (settlement.facts.newness === 'new') return zh ? '是新客' : 'A new customer';
    return zh ? '是老客' : 'A returning customer';
  }
  if (lost === 'condition_failed:amount') {
    const amount = roundMoneyText(minor(sale.amount), reading.currency);
    return zh ? `单笔 ${amount}，不在范围内` : `${amount} is out of range`;
  }
  if (lost === 'lower_layer' && sale.manualCommission !== null) return BY_HAND[lang];
  return SHORT[lost][lang];
}
