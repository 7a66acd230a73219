import { accumulate, findAmong, type Tx } from '../../foundation/db';
import { type FunnelDayRow, funnelDayTable } from '../../modules/attribution';
import { refundTable } from '../../modules/sales';
import type { Hand, SaleInHand } from './hand';

/**
 * Counts what a batch did at the end of the funnel: orders that were settled for a promoter, and orders that had their first refund, each
 * on the day on which the order was paid. Runs before the batch's refunds are saved, so that an earlier refund can be told from theirs.
 */
export async function countFunnel(tx: Tx, hand: Hand): Promise<void> {
  const rows = new Map<string, FunnelDayRow>();
  const add = (sale: SaleInHand, step: 'orders' | 'refunds') => {
    const promoterId = sale.settlement?.promoterId;
    if (!promoterId) return;
    const day = hand.zone.dayAt(sale.row.paidAt);
    const key = `${day}/${promoterId}`;
    const row = rows.get(key) ?? emptyDay(hand.merchantId, day, promoterId);
    row[step] += 1;
    rows.set(key, row);
  };
  const refundedNow = new Set([...hand.written.refunds].map(({ saleId }) => saleId));
  for (const { topic, subjectId } of hand.written.facts) {
    const sale = topic === 'sale-settled' ? hand.sales.get(subjectId) : undefined;
    if (!sale) continue;
    add(sale, 'orders');
    // A sale that a person gives to somebody later may have been refunded before.
    if (sale.settlement?.refunds && !refundedNow.has(subjectId)) add(sale, 'refunds');
  }
  for (const sale of await firstRefunded(tx, hand)) add(sale, 'refunds');
  await accumulate(tx, funnelDayTable, ['orders', 'refunds'], [...rows.values()]);
}

function emptyDay(merchantId: string, day: string, promoterId: string): FunnelDayRow {
  return { merchantId, day, promoterId, shares: 0, opens: 0, leads: 0, orders: 0, refunds: 0 };
}

/** The sales of the batch that had no refund before it and have one now. */
async function firstRefunded(tx: Tx, hand: Hand): Promise<SaleInHand[]> {
  const sales = new Map<string, SaleInHand>();
  for (const { saleId, appliedAt } of hand.written.refunds) {
    const sale = saleId !== null && appliedAt !== null ? hand.sales.get(saleId) : undefined;
    if (sale) sales.set(sale.row.outsideId, sale);
  }
  if (sales.size === 0) return [];
  const where = 'merchant_id = ? AND applied_at IS NOT NULL';
  const before = await findAmong(tx, refundTable, where, [hand.merchantId], 'saleOutsideId', [...sales.keys()]);
  for (const { saleOutsideId } of before) sales.delete(saleOutsideId);
  return [...sales.values()];
}
