import { type DecidedCommission, maturesAt, type Recalculated } from '@fenrun/engine';
import { type Instant, invariant, ZERO } from '@fenrun/kernel';
import { newId } from '../../foundation/ids';
import { recountSale } from '../timeline/count';
import { type CommissionInHand, type Hand, heldAt, type SaleInHand } from '../timeline/hand';
import { mature } from '../timeline/mature';
import { commissionRow } from '../timeline/settle-sale';
import { bookTransfer } from '../timeline/transfers';
import type { SaleAgain } from './decide-again';

/** Why somebody decided past sales again, and by which rule book. */
export interface RecalculationNote {
  readonly reason: string;
  /** A staff member's id. */
  readonly by: string | null;
  readonly bookVersion: number;
}

/** Posts what deciding a sale again came to: adjustments of its commissions, and commissions that it did not have. Nothing that differs leaves no trace. */
export function applyAgain(hand: Hand, sale: SaleInHand, again: SaleAgain, note: RecalculationNote, at: Instant): void {
  const { settlement } = sale;
  invariant(settlement, `sale ${sale.row.id} is decided again before it is settled`);
  const moved = again.commissions.filter((one) => one.leftOut === null && differs(sale, one));
  if (moved.length === 0) return;
  const { bookVersion } = note;
  settlement.recalculation = { bookVersion, at, bases: again.bases };
  hand.written.settlements.add(settlement);
  recountSale(hand, sale, 'adjustment', at, () => {
    for (const one of moved) {
      if (one.known !== null) adjust(hand, sale.commissions[one.known] as CommissionInHand, one, note, at);
    }
  });
  for (const one of moved) if (one.known === null) addCommission(hand, sale, one, note, at);
}

/** Whether its amount changes, or at least what of it stands on which line. */
function differs({ commissions }: SaleInHand, { known, amounts, difference }: Recalculated): boolean {
  if (known === null || difference !== 0) return true;
  const { lines } = commissions[known] as CommissionInHand;
  return lines.some(({ amount, recalculated }, index) => (recalculated ?? amount) !== amounts[index]);
}

function adjust(
  hand: Hand,
  commission: CommissionInHand,
  { amounts, net, difference }: Recalculated,
  note: RecalculationNote,
  at: Instant,
): void {
  const { row, lines } = commission;
  for (const [index, line] of lines.entries()) line.recalculated = amounts[index] ?? ZERO;
  hand.written.recalculatedLines.push(...lines);
  if (difference === 0) return;
  row.net = net;
  row.movedAt = at;
  hand.written.commissions.add(commission);
  const account = row.status === 'approved' || row.status === 'paid' ? 'payable' : 'pending';
  postDifference(hand, commission, account, difference, note, at);
  const { payeeId: promoterId, id: subjectId } = row;
  hand.written.facts.push({ topic: 'commission-adjusted', promoterId, subjectId, at, reason: note.reason });
}

function postDifference(
  hand: Hand,
  { row }: CommissionInHand,
  account: 'pending' | 'payable',
  difference: number,
  { reason, by }: RecalculationNote,
  at: Instant,
): void {
  const id = newId(hand.present);
  bookTransfer(hand, 'recalculation', id, at, [
    ['', 'commission_expense', -difference],
    [row.payeeId, account, difference],
  ]);
  hand.written.adjustments.push({
    ...{ merchantId: hand.merchantId, id, commissionId: row.id, kind: 'recalculation', amount: difference },
    ...{ reason, causeId: id, madeBy: by, at },
  });
}

/** A commission that the sale did not have: nothing at sale, all of it by the recalculation. It matures like any other, at the earliest now. */
function addCommission(hand: Hand, sale: SaleInHand, one: Recalculated, note: RecalculationNote, at: Instant): void {
  const { settlement } = sale;
  const decided = one.decided as DecidedCommission;
  const standing = settlement?.facts.promoter ?? null;
  const row = commissionRow(hand, sale, { ...decided, amount: ZERO }, standing, at);
  row.net = one.net;
  row.dueAt = Math.max(at, dueAt(hand, sale));
  const lines = decided.lines.map(({ base, rule, layer, amount }, lineNo) => ({
    ...{ merchantId: hand.merchantId, commissionId: row.id, lineNo, base, amount: ZERO, rule, layer },
    recalculated: amount,
  }));
  const commission: CommissionInHand = { row, lines, isNew: true };
  sale.commissions.push(commission);
  hand.written.commissions.add(commission);
  if (settlement) settlement.nothingReason = null;
  postDifference(hand, commission, 'pending', one.difference, note, at);
  const { payeeId: promoterId, id: subjectId } = row;
  hand.written.facts.push({ topic: 'commission-adjusted', promoterId, subjectId, at, reason: note.reason });
  if (row.dueAt <= at) mature(hand, commission, at);
}

function dueAt(hand: Hand, { row }: SaleInHand): Instant {
  return maturesAt(row.paidAt, row.completedAt, heldAt(hand, row.paidAt).settings.settings);
}
