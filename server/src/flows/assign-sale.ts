import { decide, maturesAt, type RefundTotals, recallSale, remainingBases } from '@fenrun/engine';
import { type Instant, isRefusal, type Money, type Refusal, refuse } from '@fenrun/kernel';
import { findOne, insert, type Tx } from '../foundation/db';
import { newId } from '../foundation/ids';
import type { Claim } from '../modules/attribution';
import { assignmentTable, type SettlementRow } from '../modules/commission';
import { promotersByCode, standingAt } from '../modules/promoters';
import { customerTable, saleTable } from '../modules/sales';
import { type CommissionInHand, type Hand, heldAt, promoterOf, type SaleInHand } from './timeline/hand';
import { addPromoters, loadCounters } from './timeline/load-promoters';
import { loadSettledSales } from './timeline/load-sales';
import { award, chainAt, factsOf, settlementRow, toSale } from './timeline/settle-sale';
import { refundOne } from './timeline/take-refund';

export interface Assignment {
  /** The merchant's own id of the order. */
  readonly order: string;
  /** The code of the promoter. */
  readonly promoter: string;
  readonly reason: string;
  readonly by: string | null;
}

/**
 * A person gives a sale that nobody got to a promoter: it is decided now, by what held at its paid time. What was decided for
 * somebody is not decided again.
 */
export async function assignSale(
  tx: Tx,
  hand: Hand,
  { order, promoter: code, reason, by }: Assignment,
  now: Instant,
): Promise<{ id: string } | Refusal> {
  const found = await bringSale(tx, hand, order, code, now);
  if (isRefusal(found)) return found;
  if (reason.trim() === '') return refuse('reason-required');
  const { sale, settlement, promoterId } = found;
  if (settlement.promoterId !== null) return refuse('invalid-state', { promoter: settlement.promoterId });
  const id = newId(now);
  decideFor(hand, sale, settlement, promoterId, id, now);
  const { merchantId } = hand;
  const row = { merchantId, saleId: sale.row.id, id, promoterId, reason: reason.trim(), madeBy: by, at: now };
  await insert(tx, assignmentTable, [row]);
  return { id };
}

async function bringSale(tx: Tx, hand: Hand, order: string, code: string, now: Instant) {
  const { merchantId } = hand;
  const row = await findOne(tx, saleTable, 'merchant_id = ? AND outside_id = ?', [merchantId, order]);
  if (!row) return refuse('unknown-order');
  const promoters = await promotersByCode(tx, merchantId, [code]);
  if (!promoters[0]) return refuse('unknown-promoter');
  await loadSettledSales(tx, hand, [row.id]);
  const sale = hand.sales.get(row.id);
  if (!sale?.settlement) return refuse('invalid-state');
  const where = 'merchant_id = ? AND id = ?';
  const customer = row.customerId ? await findOne(tx, customerTable, where, [merchantId, row.customerId]) : undefined;
  if (customer) hand.customers.set(customer.id, customer);
  await addPromoters(tx, hand, promoters, []);
  await loadCounters(tx, hand, now);
  return { sale, settlement: sale.settlement, promoterId: promoters[0].id };
}

function decideFor(
  hand: Hand,
  sale: SaleInHand,
  before: SettlementRow,
  promoterId: string,
  causeId: string,
  now: Instant,
): void {
  const promoter = promoterOf(hand, promoterId);
  const claim: Claim = { promoterId, by: 'assigned', campaign: before.campaign, isPromoterUnknown: false };
  const { paidAt } = sale.row;
  const standing = standingAt(promoter.row, promoter.changes, paidAt);
  const chain = chainAt(hand, promoter, paidAt);
  // Whether the customer was new, and the categories, are as they were when the sale came.
  const asked = recallSale(toSale(hand, sale, claim), before.facts);
  const facts = factsOf(hand, sale, claim, promoter, standing, chain);
  const decision = decide(hand.compiled, asked, facts);
  const made = settlementRow(hand, sale, claim, chain, decision, asked, facts, now);
  const { refunds, refunded, isRefundedWhole, settledAt } = before;
  sale.settlement = { ...made, refunds, refunded, isRefundedWhole, settledAt };
  if (refunds) leaveWhatIsLeft(sale, sale.settlement, refunds);
  hand.written.settlements.add(sale.settlement);
  for (const decided of decision.commissions) award(hand, sale, decided, standing, now);
  for (const commission of sale.commissions) catchUp(hand, sale, commission, sale.settlement, causeId, now);
  hand.written.facts.push({ topic: 'sale-settled', promoterId, subjectId: sale.row.id, at: now });
}

function leaveWhatIsLeft(sale: SaleInHand, settlement: SettlementRow, refunds: RefundTotals): void {
  const lines = sale.lines.map(({ sku, quantity }, index) => ({
    sku,
    quantity,
    base: settlement.lineBases[index] as Money,
  }));
  settlement.lineLeft = remainingBases(lines, refunds);
  settlement.baseLeft = settlement.lineLeft.reduce((sum, left) => sum + left, 0);
}

/** What happened to the order before somebody got it happens to its new commissions: it was received, or refunded. */
function catchUp(
  hand: Hand,
  { row }: SaleInHand,
  commission: CommissionInHand,
  settlement: SettlementRow,
  causeId: string,
  now: Instant,
): void {
  const { settings } = heldAt(hand, row.paidAt).settings;
  if (row.completedAt !== null) {
    const dueAt = Math.max(maturesAt(row.paidAt, row.completedAt, settings), now);
    commission.row.dueAt = Math.min(commission.row.dueAt, dueAt);
  }
  const bases = settlement.lineBases as Money[];
  refundOne(hand, commission, bases, bases, settlement.lineLeft as Money[], causeId, now);
}
