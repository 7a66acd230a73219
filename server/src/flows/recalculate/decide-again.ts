import { type CompiledBook, decide, NO_REFUNDS, type Recalculated, recalculateCommissions } from '@fenrun/engine';
import { type Money, minor } from '@fenrun/kernel';
import type { CommissionLineRow, CommissionRow, SettlementRow } from '../../modules/commission';
import type { SaleLineRow, SaleRow } from '../../modules/sales';
import { decidedAmount, scaleOf } from '../timeline/take-refund';
import { recallDecided } from '../trials/recall';

/** A settled sale with its commissions; lines stand in their order. */
export interface DecidedSale {
  readonly row: SaleRow;
  readonly lines: SaleLineRow[];
  readonly settlement: SettlementRow;
  readonly commissions: readonly { readonly row: CommissionRow; readonly lines: readonly CommissionLineRow[] }[];
}

/** What deciding a sale again comes to. */
export interface SaleAgain {
  readonly commissions: readonly Recalculated[];
  /** The bases of the lines by the book that decided, for later refunds. */
  readonly bases: readonly Money[];
}

/**
 * Decides a past sale again by another rule book. Who brought it, how he stood, his inviters and the facts about the customer stay as
 * they were kept.
 */
export function decideAgain(book: CompiledBook, sale: DecidedSale): SaleAgain {
  const { row, lines, settlement, commissions } = sale;
  const decision = decide(book, recallDecided(row, lines, settlement.facts), settlement.facts);
  const totals = settlement.refunds ?? NO_REFUNDS;
  // A product that is excluded now keeps the base by which refunds have lowered it so far.
  const before = settlement.recalculation?.bases ?? [];
  const bases = decision.lines.map(({ base: { base } }, index) => (base > 0 ? base : minor(before[index] ?? 0)));
  const recalculation = { bookVersion: book.version, at: 0, bases };
  const known = commissions.map(({ row: { payeeId, kind, status, net }, lines: parts }) => {
    return { payee: payeeId, kind, status, net: minor(net), amounts: parts.map(decidedAmount) };
  });
  const frame = {
    was: scaleOf(sale, settlement, totals),
    is: scaleOf(sale, { lineBases: settlement.lineBases, recalculation }, totals),
    countsTowardNth: settlement.nth !== null,
  };
  return { commissions: recalculateCommissions(known, decision, frame), bases };
}
