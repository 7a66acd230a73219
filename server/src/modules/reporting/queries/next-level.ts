import type { Out } from '@fenrun/contracts';
import { type CompiledBook, inForce, ladderState, levelOf, nextReset } from '@fenrun/engine';
import { formatInstant, formatMoney, formatPercent, type Instant, minor, type Zone } from '@fenrun/kernel';
import { findOne, type Reader } from '../../../foundation/db';
import { counterTable } from '../../climbing';
import { timelineTable } from '../../commission';
import type { BookNames } from '../../plans';
import type { PromoterRow } from '../../promoters';

const COUNTER_OF = {
  referral_order_value: 'referralValue',
  referral_order_count: 'referralCount',
  earned_commission: 'earned',
  downline_sales: 'downline',
  personal_volume: 'personal',
} as const;

interface Ladder {
  readonly compiled: CompiledBook;
  readonly zone: Zone;
  readonly names: BookNames;
  readonly currency: string;
  readonly now: Instant;
}

/** How far a promoter is from the next level; null where there is none, or the ladder is off, or he stands beside it. */
export async function readNextLevel(
  db: Reader,
  promoter: PromoterRow,
  { compiled, zone, names, currency, now }: Ladder,
): Promise<Out<'reporting.promoterWork'>['level']> {
  const { ladder, programmes } = inForce(compiled, now);
  const standard = [...programmes].find(([, { programme }]) => programme.isDefault && programme.isActive)?.[0];
  if (!ladder?.isOn || !standard) return null;
  const state = ladderState(ladder, (code) => programmes.get(code)?.programme.isActive ?? false, standard);
  const level = levelOf(state.levels, promoter.programme);
  if (level === null && promoter.programme !== standard) return null;
  const own = level ?? 0;
  const next = state.levels[own];
  if (!next) return null;
  const { merchantId } = promoter;
  const counter = await findOne(db, counterTable, 'merchant_id = ? AND promoter_id = ?', [merchantId, promoter.id]);
  const cycleAt = (await findOne(db, timelineTable, 'merchant_id = ?', [merchantId]))?.cycleAt ?? 0;
  const value = counter && counter.cycleAt >= cycleAt ? counter[COUNTER_OF[ladder.metric]] : 0;
  const show = (figure: number) =>
    ladder.metric === 'referral_order_count' ? String(figure) : formatMoney(minor(figure), currency);
  const rate = programmes.get(next.programme)?.programme.rate;
  return {
    programmeName: names.programme(next.programme),
    rate: rate?.kind === 'percent' ? `${formatPercent(rate.percent)}%` : rate ? formatMoney(rate.amount, currency) : '',
    metric: ladder.metric,
    value: show(value),
    threshold: show(next.threshold),
    left: show(Math.max(0, next.threshold - value)),
    resetsAt: ladder.reset ? formatInstant(nextReset(ladder.reset, zone, now).at) : null,
  };
}
