import { minor } from '@fenrun/kernel';
import type { ApprovalConditions, Range } from '../model/index';
import { type Language, roundMoneyText } from './money-text';

export interface ApprovalSentenceContext {
  readonly group: (code: string) => string;
  readonly currency: string;
  readonly lang: Language;
}

const TYPES = {
  one_time: { zh: '单次订单', en: 'One-time order' },
  recurring: { zh: '订阅订单', en: 'Recurring order' },
  manual: { zh: '人工录入的订单', en: 'Manual order' },
} as const;

/** What an approval rule looks for, as the reason why a commission waits: `加入不满 30 天`. */
export function approvalSentence(when: ApprovalConditions, { group, currency, lang }: ApprovalSentenceContext): string {
  const zh = lang === 'zh';
  const { amount, orderType, promoterAgeDays, groups = [], riskScore } = when;
  const money = (value: number) => roundMoneyText(minor(value), currency);
  const days = (value: number) => (zh ? `${value} 天` : `${value} days`);
  const parts = [
    amount ? range(amount, money, zh ? '佣金' : 'Commission', lang) : '',
    orderType ? TYPES[orderType][lang] : '',
    promoterAgeDays ? range(promoterAgeDays, days, zh ? '加入' : 'Joined', lang) : '',
    groups.length > 0 ? groups.map(group).join(zh ? '、' : ', ') : '',
    riskScore ? range(riskScore, String, zh ? '风险分' : 'Risk score', lang) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return zh ? '所有佣金' : 'Every commission';
  return parts.join(zh ? '，' : ', ');
}

function range(given: Range, text: (value: number) => string, name: string, lang: Language): string {
  const { from, to } = given;
  if (from !== null && to !== null)
    return lang === 'zh' ? `${name} ${text(from)}–${text(to)}` : `${name} ${text(from)} – ${text(to)}`;
  if (from !== null) return lang === 'zh' ? `${name}满 ${text(from)}` : `${name} from ${text(from)}`;
  if (to !== null) return lang === 'zh' ? `${name}不满 ${text(to)}` : `${name} below ${text(to)}`;
  return '';
}
