import { type Lang, loserWords, reviewWords, wordOf } from '@fenrun/contracts';
import {
  approvalSentence,
  dayText,
  isBeforeRule,
  type LossReason,
  moneyText,
  type NothingReason,
  type RateSource,
  roundMoneyText,
} from '@fenrun/engine';
import { minor } from '@fenrun/kernel';
import type { WholeCommission } from '../queries/gather-commissions';
import type { CommissionRow } from '../store/commission.row';
import type { Reading } from './reading';

/** Whether the money still waits for the customer to receive the goods. */
export function awaitsReceipt({ sale }: Pick<WholeCommission, 'sale'>, reading: Reading): boolean {
  const { hold } = reading.settingsAt(sale.paidAt);
  return hold.from === 'completed' && sale.completedAt === null;
}

/** What happens next with a commission and when, for the staff: `11月17日成熟`. */
export function nextText(whole: WholeCommission, reading: Reading): string {
  const { row, sale } = whole;
  const zh = reading.lang === 'zh';
  const day = (at: number | null) => (at === null ? '' : dayText(at, reading.zone, reading.lang));
  switch (row.status) {
    case 'pending': {
      if (!awaitsReceipt(whole, reading)) return zh ? `${day(row.dueAt)}成熟` : `Matures on ${day(row.dueAt)}`;
      const { days } = reading.settingsAt(sale.paidAt).hold;
      if (zh) return `收货满 ${days} 天成熟，最迟 ${day(row.dueAt)}`;
      return `Matures ${days} days after receipt, by ${day(row.dueAt)} at the latest`;
    }
    case 'in_review':
      return zh ? '等你决定' : 'Waits for your decision';
    case 'approved':
      return zh ? '可提现' : 'Withdrawable';
    case 'paid':
      return zh ? `${day(row.paidOutAt)}打款` : `Paid on ${day(row.paidOutAt)}`;
    case 'rejected':
      return zh ? `${day(row.decidedAt)}拒绝` : `Rejected on ${day(row.decidedAt)}`;
    case 'reversed': {
      const was = moneyText(minor(row.amount), reading.currency);
      return zh ? `全额退款，原 ${was}` : `Refunded in full, was ${was}`;
    }
  }
}

export interface ReviewReason {
  readonly code: string;
  readonly text: string;
  readonly severity: 'info' | 'review' | 'hold';
}

/** Why a commission waits for a person; empty unless it is in review. */
export function reviewReasons(row: CommissionRow, reading: Reading): ReviewReason[] {
  if (row.status !== 'in_review') return [];
  const rule = approvalRuleText(row, reading);
  if (rule === null) {
    return [{ code: 'default_manual', text: reviewWords.default_manual[reading.lang], severity: 'info' }];
  }
  return [{ code: 'rule', text: rule, severity: 'review' }];
}

/** What the approval rule says that asked for a person, or decided by itself; null where the default did. */
export function approvalRuleText(row: CommissionRow, reading: Reading): string | null {
  const number = /^rule:(\d+)$/.exec(row.reason ?? '')?.[1];
  if (number === undefined) return null;
  const rule = reading.settingsAt(row.maturedAt ?? row.dueAt).approval.rules[Number(number) - 1];
  if (!rule) return wordOf(reviewWords, 'rule', reading.lang);
  const { currency, lang } = reading;
  return approvalSentence(rule.when, { group: (code) => reading.names.group(code) ?? code, currency, lang });
}

/** Why it was rejected or reversed, or why a person overrode what stood; null where there is nothing to say. */
export function reasonText(row: CommissionRow, reading: Reading): string | null {
  const zh = reading.lang === 'zh';
  if (row.status === 'reversed') return zh ? '订单已全额退款' : 'The order was refunded in full';
  if (row.decidedBy === 'person') return row.reason;
  if (row.status !== 'rejected') return null;
  const rule = approvalRuleText(row, reading);
  return rule === null ? row.reason : zh ? `按审核规则拒绝：${rule}` : `Rejected by an approval rule: ${rule}`;
}

/** Why a candidate lost on a line, in words that name what stood there. */
export function lossText(
  lost: LossReason,
  source: RateSource | null,
  { sale, settlement }: Pick<WholeCommission, 'sale' | 'settlement'>,
  reading: Reading,
): string {
  const { lang } = reading;
  const zh = lang === 'zh';
  if (lost === 'outside_window' && source?.kind === 'rule') {
    const paid = dayText(sale.paidAt, reading.zone, lang);
    const isEarly = isBeforeRule(source, reading.book, sale.paidAt);
    if (zh) return `付款在 ${paid}，规则${isEarly ? '还没开始' : '已结束'}`;
    return `Paid on ${paid}, ${isEarly ? 'before the rule began' : 'after the rule had ended'}`;
  }
  if (lost === 'condition_failed:amount') {
    const amount = roundMoneyText(minor(sale.amount), reading.currency);
    return zh ? `订单金额 ${amount}，不在范围内` : `The order of ${amount} is out of range`;
  }
  if (lost === 'condition_failed:customer') return NEWNESS[settlement.facts.newness][lang];
  return wordOf(loserWords, lost, lang);
}

const NEWNESS = {
  new: { zh: '这位客户是新客', en: 'This customer is new' },
  returning: { zh: '这位客户是老客', en: 'This customer has bought before' },
  none: { zh: '订单没有客户', en: 'The order has no customer' },
} as const;

/** Why a candidate won, against those that lost beside it. */
export function winText(losses: readonly LossReason[], lang: Lang): string {
  const beside = losses.find((lost) => BESIDE[lost]);
  const first = lang === 'zh' ? '胜出：最先命中的一层' : 'Won: the first layer that matched';
  if (losses.includes('lower_amount')) return lang === 'zh' ? '胜出：两者取高' : 'Won: it pays more';
  return beside ? first + (lang === 'zh' ? '，' : ', ') + BESIDE[beside]?.[lang] : first;
}

const BESIDE: Readonly<Partial<Record<LossReason, Readonly<Record<Lang, string>>>>> = {
  lower_priority: { zh: '优先级也更高', en: 'with higher priority' },
  fewer_conditions: { zh: '条件也更多', en: 'with more conditions' },
  older: { zh: '也更新', en: 'and newer' },
  larger_id: { zh: '编号在前', en: 'by its id' },
};

/** Why a sale earned nothing for anybody. */
export function nothingText(reason: NothingReason, lang: Lang): string {
  return NOTHING[reason][lang];
}

const NOTHING: Readonly<Record<NothingReason, Readonly<Record<Lang, string>>>> = {
  'no-promoter': { zh: '订单没有归属', en: 'Nobody got the sale' },
  'promoter-not-active': { zh: '推广员付款时不是正常状态', en: 'The promoter was not active when it was paid' },
  'self-purchase-blocked': { zh: '推广员自己购买，不计佣金', en: 'Own purchase, no commission' },
  'recurring-policy': { zh: '推广计划不计这一期', en: 'The programme leaves this payment out' },
  'no-rate': { zh: '没有佣金规则适用', en: 'No rate applied' },
  'zero-rate': { zh: '适用的比例是 0', en: 'The rate that applied is 0' },
  'zero-amount': { zh: '算出的金额不足最小单位', en: 'The amount rounds to nothing' },
};
