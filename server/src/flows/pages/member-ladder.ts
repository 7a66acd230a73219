import type { Lang, Out } from '@fenrun/contracts';
import { type BookInForce, inForce, type Ladder, type LadderState, levelOf, nextReset } from '@fenrun/engine';
import { minor } from '@fenrun/kernel';
import { findOne, type Reader } from '../../foundation/db';
import { counterTable, METRIC_COUNTER } from '../../modules/climbing';
import { type Reading, timelineTable } from '../../modules/commission';
import type { PromoterRow } from '../../modules/promoters';
import { moneyText, rateText } from '../shop-words';
import { ladderOf } from '../timeline/climb';
import { dayText } from './instant-words';

type LadderView = NonNullable<NonNullable<Out<'member.me'>['promoter']>['ladder']>;

/** Where a promoter stands on the ladder. */
export interface LadderStanding {
  readonly ladder: Ladder;
  readonly state: LadderState;
  readonly programmes: BookInForce['programmes'];
  /** 1 is the lowest; 0 on the default programme beside it. */
  readonly level: number;
  /** What he has gathered in the metric since the last reset. */
  readonly value: number;
}

/** Where the promoter stands; null while the ladder is off, and for a promoter beside it. */
export async function ladderStanding(
  db: Reader,
  { compiled, now }: Reading,
  promoter: PromoterRow,
): Promise<LadderStanding | null> {
  const held = inForce(compiled, now);
  const { ladder, state } = ladderOf(held);
  if (!ladder?.isOn || state.levels.length === 0) return null;
  const level = levelOf(state.levels, promoter.programme);
  if (level === null && promoter.programme !== state.defaultProgramme) return null;
  const value = await counterOf(db, promoter, ladder);
  return { ladder, state, programmes: held.programmes, level: level ?? 0, value };
}

/** The ladder with where the promoter stands on it; null while it is off, and for a promoter beside it. */
export async function memberLadder(db: Reader, reading: Reading, promoter: PromoterRow): Promise<LadderView | null> {
  const standing = await ladderStanding(db, reading, promoter);
  if (!standing) return null;
  const { ladder, state, programmes, level, value } = standing;
  const { now, names, lang, currency } = reading;
  const next = state.levels[level];
  const until = ladder.reset ? dayText(nextReset(ladder.reset, reading.zone, now).at - 1, reading.zone, lang) : null;
  return {
    levels: state.levels.map(({ programme, threshold }) => {
      const own = programmes.get(programme)?.programme.rate;
      return {
        name: names.programme(programme),
        rate: own ? rateText(own, currency, lang) : '',
        threshold: ladderFigure(threshold, ladder, reading),
      };
    }),
    level,
    value: ladderFigure(value, ladder, reading),
    next: next ? names.programme(next.programme) : null,
    text: promoter.isProgrammePinned ? PINNED[lang] : nextText(standing, reading) + periodText(until, lang),
  };
}

async function counterOf(db: Reader, { merchantId, id }: PromoterRow, { metric }: Ladder): Promise<number> {
  const counter = await findOne(db, counterTable, 'merchant_id = ? AND promoter_id = ?', [merchantId, id]);
  const cycleAt = (await findOne(db, timelineTable, 'merchant_id = ?', [merchantId]))?.cycleAt ?? 0;
  return counter && counter.cycleAt >= cycleAt ? counter[METRIC_COUNTER[metric]] : 0;
}

const ORDERS = { zh: ' 单', en: ' orders' } as const;

/** A figure of the ladder's metric: a decimal amount, or a count that says what it counts. */
export function ladderFigure(value: number, { metric }: Ladder, { money, lang }: Reading): string {
  return metric === 'referral_order_count' ? `${value}${ORDERS[lang]}` : money(value);
}

/** The same inside a sentence. */
function amountText(value: number, { metric }: Ladder, { currency, lang }: Reading): string {
  return metric === 'referral_order_count' ? `${value}${ORDERS[lang]}` : moneyText(minor(value), currency);
}

const MISSING: Readonly<Record<Ladder['metric'], Readonly<Record<Lang, string>>>> = {
  referral_order_value: { zh: '已审核的成交', en: 'of approved sales' },
  referral_order_count: { zh: '已审核的成交', en: '' },
  earned_commission: { zh: '已审核的佣金', en: 'of approved commission' },
  downline_sales: { zh: '伙伴已审核的成交', en: 'of your partners’ approved sales' },
  personal_volume: { zh: '自己带来的已审核成交', en: 'of your own approved sales' },
};

const PINNED: Readonly<Record<Lang, string>> = {
  zh: '商户为你固定了等级，不随成交升降。',
  en: 'The shop has set your level; it does not move by itself.',
};

function periodText(until: string | null, lang: Lang): string {
  if (until === null) return '';
  return lang === 'zh' ? `本期到 ${until}。` : ` This period ends on ${until}.`;
}

/** 「再有 ¥6,360.00 已审核的成交，升到「长枝」，从下一单起按 12% 计。」 */
export function nextText({ ladder, state, programmes, level, value }: LadderStanding, reading: Reading): string {
  const { names, currency, lang } = reading;
  const isZh = lang === 'zh';
  const next = state.levels[level];
  if (!next) return isZh ? '已经是最高等级。' : 'You are on the highest level.';
  const own = programmes.get(next.programme)?.programme.rate;
  const rate = own ? rateText(own, currency, lang) : '';
  const name = names.programme(next.programme);
  const left = amountText(Math.max(0, next.threshold - value), ladder, reading);
  const missing = MISSING[ladder.metric][lang];
  const spaced = /\d$/.test(left) ? `${left} ` : left;
  if (isZh) return `再有 ${spaced}${missing}，升到「${name}」${rate ? `，从下一单起按 ${rate} 计` : ''}。`;
  return `${left} more ${missing === '' ? '' : `${missing} `}to reach “${name}”${rate ? `, which earns ${rate} from the next order on` : ''}.`;
}
