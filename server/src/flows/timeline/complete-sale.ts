import { autoCompletesAt, completesAt, maturesAt } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import type { ReceiptRow } from '../../modules/sales';
import { type Hand, heldAt, type SaleInHand } from './hand';

/**
 * Takes in that an order was received: it completes then, not before its payment, and its waiting commissions mature
 * accordingly, at the earliest now. After the automatic receipt it changes nothing.
 */
export function completeSale(
  hand: Hand,
  sale: SaleInHand,
  receipt: Pick<ReceiptRow, 'receivedAt' | 'told'>,
  at: Instant,
): void {
  const { settings } = heldAt(hand, sale.row.paidAt).settings;
  const { paidAt } = sale.row;
  const completedAt = completesAt(paidAt, receipt.receivedAt, settings.autoCompleteDays);
  const isAutomatic = completedAt === autoCompletesAt(paidAt, settings.autoCompleteDays);
  sale.row.completedAt = completedAt;
  sale.row.completedBy = isAutomatic ? 'automatic' : receipt.told;
  hand.written.sales.add(sale.row);
  const dueAt = Math.max(maturesAt(paidAt, receipt.receivedAt, settings), at);
  for (const commission of sale.commissions) {
    if (commission.row.status !== 'pending' || commission.row.maturedAt !== null) continue;
    commission.row.dueAt = Math.min(commission.row.dueAt, dueAt);
    commission.row.movedAt = at;
    hand.written.commissions.add(commission);
  }
  hand.written.facts.push({
    topic: 'order-completed',
    promoterId: sale.settlement?.promoterId ?? null,
    subjectId: sale.row.id,
    at,
  });
}
