import type { Lang, Out } from '@fenrun/contracts';
import { dayText, type Ladder, nextReset, resetTo } from '@fenrun/engine';
import { formatInstant } from '@fenrun/kernel';
import type { Reader } from '../../foundation/db';
import type { Reading } from '../../modules/commission';
import type { PromoterRow } from '../../modules/promoters';
import { type LadderStanding, ladderFigure, ladderStanding, nextText } from '../pages/member-ladder';
import { programmeRate } from '../pages/programme-rate';
import { shareOf } from './share-of';

type LadderView = NonNullable<Out<'member.plan'>['ladder']>;

/** What is counted, to the promoter: since the last reset, or in all where there is none. */
const METRICS: Readonly<Record<Ladder['metric'], Readonly<Record<Lang, readonly [period: string, all: string]>>>> = {
  referral_order_value: { zh: ['本期成交', '累计成交'], en: ['Sales this period', 'Sales so far'] },
  referral_order_count: { zh: ['本期单数', '累计单数'], en: ['Orders this period', 'Orders so far'] },
  earned_commission: { zh: ['本期佣金', '累计佣金'], en: ['Commission this period', 'Commission so far'] },
  downline_sales: {
    zh: ['伙伴本期成交', '伙伴累计成交'],
    en: ['Partners’ sales this period', 'Partners’ sales so far'],
  },
  personal_volume: {
    zh: ['自己带来的本期成交', '自己带来的累计成交'],
    en: ['Own sales this period', 'Own sales so far'],
  },
};

/** The ladder with where the promoter stands on it, what is missing to the next level, and what a reset will do. */
export async function ownLadder(db: Reader, reading: Reading, promoter: PromoterRow): Promise<LadderView | null> {
  const standing = await ladderStanding(db, reading, promoter);
  if (!standing) return null;
  const { ladder, state, programmes, level, value } = standing;
  const next = state.levels[level];
  const isPinned = promoter.isProgrammePinned;
  return {
    metricText: METRICS[ladder.metric][reading.lang][ladder.reset ? 0 : 1],
    value: ladderFigure(value, ladder, reading),
    levels: state.levels.map(({ programme, threshold }, index) => ({
      name: reading.names.programme(programme),
      rate: programmeRate(programmes.get(programme)?.programme, reading),
      threshold: ladderFigure(threshold, ladder, reading),
      state: index + 1 < level ? ('passed' as const) : index + 1 === level ? ('here' as const) : ('ahead' as const),
    })),
    next: next && !isPinned ? { share: shareOf(value, next.threshold), text: nextText(standing, reading) } : null,
    pinned: isPinned,
    reset: resetView(standing, promoter, reading),
  };
}

/** 「12 月 31 日结束本期，之后退回「青叶」，成交从 0 算起。」 */
function resetView(
  { ladder, state }: LadderStanding,
  { programme, isProgrammePinned: isPinned }: PromoterRow,
  { zone, now, names, lang }: Reading,
): LadderView['reset'] {
  if (!ladder.reset) return null;
  const { at } = nextReset(ladder.reset, zone, now);
  const to = resetTo(ladder, state, { programme, isPinned });
  const zh = lang === 'zh';
  const last = dayText(at - 1, zone, lang, 'spaced');
  const name = names.programme(to);
  const moves =
    to === programme ? (zh ? '等级不变' : 'your level stays') : zh ? `退回「${name}」` : `you go back to “${name}”`;
  const text = zh
    ? `本期到 ${last}，之后${moves}，从 0 重新累计。`
    : `This period ends on ${last}; then ${moves} and counting begins anew.`;
  return { at: formatInstant(at), text };
}
