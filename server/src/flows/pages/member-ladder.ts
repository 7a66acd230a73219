import type { Lang, Out } from '@fenrun/contracts';
import { inForce, type Ladder, ladderState, levelOf, nextReset } from '@fenrun/engine';
import { minor, type Rate } from '@fenrun/kernel';
import { findOne, type Reader } from '../../foundation/db';
import { counterTable, METRIC_COUNTER } from '../../modules/climbing';
import { type Reading, timelineTable } from '../../modules/commission';
import type { PromoterRow } from '../../modules/promoters';
import { moneyText, rateText } from '../shop-words';
import { dayText } from './instant-words';

type LadderView = NonNullable<NonNullable<Out<'member.me'>['promoter']>['ladder']>;

/** The ladder with where the promoter stands on it; null while it is off, and for a promoter beside it. */
export async function memberLadder(db: Reader, reading: Reading, promoter: PromoterRow): Promise<LadderView | null> {
  const { compiled, now, names, lang, currency } = reading;
  const { ladder, programmes } = inForce(compiled, now);
  const standard = [...programmes].find(([, { programme }]) => programme.isDefault && programme.isActive)?.[0];
  if (!ladder?.isOn || !standard) return null;
  const state = ladderState(ladder, (code) => programmes.get(code)?.programme.isActive ?? false, standard);
  const level = levelOf(state.levels, promoter.programme);
  if (level === null && promoter.programme !== standard) return null;
  const rateOf = (code: string): Rate | null => programmes.get(code)?.programme.rate ?? null;
  const value = await counterOf(db, promoter, ladder);
  const next = state.levels[level ?? 0];
  const rate = next ? rateOf(next.programme) : null;
  const facts = {
    left: next ? amountText(Math.max(0, next.threshold - value), ladder, reading) : '',
    name: next ? names.programme(next.programme) : '',
    rate: rate ? rateText(rate, currency, lang) : '',
    until: ladder.reset ? dayText(nextReset(ladder.reset, reading.zone, now).at - 1, reading.zone, lang) : null,
  };
  return {
    levels: state.levels.map(({ programme, threshold }) => {
      const own = rateOf(programme);
      return {
        name: names.programme(programme),
        rate: own ? rateText(own, currency, lang) : '',
        threshold: figure(threshold, ladder, reading),
      };
    }),
    level: level ?? 0,
    value: figure(value, ladder, reading),
    next: next ? names.programme(next.programme) : null,
    text: ladderText(facts, ladder.metric, promoter.isProgrammePinned, lang),
  };
}

async function counterOf(db: Reader, { merchantId, id }: PromoterRow, { metric }: Ladder): Promise<number> {
  const counter = await findOne(db, counterTable, 'merchant_id = ? AND promoter_id = ?', [merchantId, id]);
  const cycleAt = (await findOne(db, timelineTable, 'merchant_id = ?', [merchantId]))?.cycleAt ?? 0;
  return counter && counter.cycleAt >= cycleAt ? counter[METRIC_COUNTER[metric]] : 0;
}

const ORDERS = { zh: ' 单', en: ' orders' } as const;

/** A figure of the ladder's metric: a decimal amount, or a count that says what it counts. */
function figure(value: number, { metric }: Ladder, { money, lang }: Reading): string {
  return metric === 'referral_order_count' ? `${value}${ORDERS[lang]}` : money(value);
}

/** The same inside a sentence. */
function amountText(value: number, { metric }: Ladder, { currency, lang }: Reading): string {
  return metric === 'referral_order_count' ? `${value}${ORDERS[lang]}` : moneyText(minor(value), currency);
}

const MISSING: Readonly<Record<Ladder['metric'], Readonly<Record<Lang, string>>>> = {
  referral_order_value: { zh: '已审核的成交', en: 'of approved sales' },
  referral_order_count: { zh: '已审核的成交', en: 'that are approved' },
  earned_commission: { zh: '已审核的佣金', en: 'of approved commission' },
  downline_sales: { zh: '伙伴已审核的成交', en: 'of your partners’ approved sales' },
  personal_volume: { zh: '自己带来的已审核成交', en: 'of your own approved sales' },
};

interface LadderFacts {
  readonly left: string;
  readonly name: string;
  readonly rate: string;
  readonly until: string | null;
}

/** 「再有 ¥6,360.00 已审核的成交，升到「长枝」，从下一单起按 12% 计。本期到 12 月 31 日。」 */
function ladderText(
  { left, name, rate, until }: LadderFacts,
  metric: Ladder['metric'],
  isPinned: boolean,
  lang: Lang,
): string {
  const isZh = lang === 'zh';
  const period = until === null ? '' : isZh ? `本期到 ${until}。` : ` This period ends on ${until}.`;
  if (isPinned)
    return isZh ? '商户为你固定了等级，不随成交升降。' : 'The shop has set your level; it does not move by itself.';
  if (name === '') return (isZh ? '已经是最高等级。' : 'You are on the highest level.') + period;
  const missing = MISSING[metric][lang];
  const spaced = /\d$/.test(left) ? `${left} ` : left;
  if (isZh) return `再有 ${spaced}${missing}，升到「${name}」${rate ? `，从下一单起按 ${rate} 计` : ''}。${period}`;
  return `${left} ${missing} more to reach “${name}”${rate ? `, which earns ${rate} from the next order on` : ''}.${period}`;
}
