import { type Lang, type Out, payoutStatusWords } from '@fenrun/contracts';
import { formatInstant, formatMoney, minor, type Zone } from '@fenrun/kernel';
import type { PromoterRow } from '../../promoters';
import { payoutNumber } from '../domain/payout-number';
import { payoutMoves } from '../policy';
import type { PayoutRow } from '../store/payout.row';
import type { PayoutStepRow } from '../store/payout-step.row';

type RowView = Out<'payout.list'>['data'][number];
type Detail = Out<'payout.read'>;

export interface PayoutFrame {
  readonly currency: string;
  readonly zone: Zone;
  readonly lang: Lang;
}

export function moneyIn(currency: string): (amount: number) => string {
  return (amount) => formatMoney(minor(amount), currency);
}

/** A payout in the list of the staff. */
export function payoutRowView(row: PayoutRow, promoter: PromoterRow, { currency, zone }: PayoutFrame): RowView {
  const money = moneyIn(currency);
  return {
    id: row.id,
    number: payoutNumber(row, zone),
    promoter: promoter.code,
    promoterName: promoter.name,
    channel: row.channel,
    status: row.status,
    currency,
    amount: money(row.amount),
    fee: money(row.fee),
    tax: money(row.tax),
    transfer: money(row.amount - row.tax - row.fee),
    requestedAt: formatInstant(row.requestedAt),
    decidedAt: row.decidedAt === null ? null : formatInstant(row.decidedAt),
    endedAt: row.endedAt === null ? null : formatInstant(row.endedAt),
    reason: row.reason,
  };
}

/** One payout with its way so far. `who` names people; null is somebody whom nobody knows any more. */
export function payoutDetailView(
  row: PayoutRow,
  promoter: PromoterRow,
  steps: readonly PayoutStepRow[],
  who: (id: string | null) => string | null,
  frame: PayoutFrame,
): Detail {
  const nobody = frame.lang === 'zh' ? '系统' : 'System';
  return {
    ...payoutRowView(row, promoter, frame),
    requestedBy: who(row.requestedBy) ?? promoter.name,
    decidedBy: row.decidedAt === null ? null : (who(row.decidedById) ?? nobody),
    history: steps.map(({ at, status, reason, madeBy }) => ({
      at: formatInstant(at),
      status,
      text: stepText(status, reason, frame.lang),
      by: who(madeBy),
    })),
    can: payoutMoves(row),
  };
}

function stepText(status: PayoutRow['status'], reason: string | null, lang: Lang): string {
  const word = payoutStatusWords[status][lang];
  return reason ? `${word}${lang === 'zh' ? '：' : ': '}${reason}` : word;
}
