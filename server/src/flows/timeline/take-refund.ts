import {
  addRefund,
  NO_REFUNDS,
  type Refund,
  type RefundScale,
  type RefundTotals,
  refundCommission,
  refundScale,
  remainingBases,
} from '@fenrun/engine';
import { type Instant, invariant, type Money, minor } from '@fenrun/kernel';
import { newId } from '../../foundation/ids';
import { type CommissionLineRow, refundedValue, type SettlementRow } from '../../modules/commission';
import type { RefundAsk, RefundRow } from '../../modules/sales';
import { recountSale } from './count';
import { type CommissionInHand, type Hand, heldAt, type SaleInHand, saleOf } from './hand';
import { bookTransfer } from './transfers';

const ACCOUNT = { pending: 'pending', in_review: 'pending', approved: 'payable', paid: 'payable' } as const;

/** Takes a refund off the bases of its order and off every commission on it, of any kind and in any state. */
export function takeRefund(hand: Hand, refund: RefundRow, at: Instant): void {
  invariant(refund.saleId, `refund ${refund.id} has no order`);
  const sale = saleOf(hand, refund.saleId);
  recountSale(hand, sale, 'refund', at, () => lower(hand, sale, refund, at));
  refund.appliedAt = at;
  hand.written.refunds.add(refund);
}

function lower(hand: Hand, sale: SaleInHand, refund: RefundRow, at: Instant): void {
  const { settlement } = sale;
  invariant(settlement, `sale ${sale.row.id} is refunded before it is settled`);
  const before = scaleOf(sale, settlement, settlement.refunds ?? NO_REFUNDS);
  settlement.refunds = addRefund(settlement.refunds ?? NO_REFUNDS, toRefund(refund.ask));
  settlement.lineLeft = remainingBases(refundableLines(sale, settlement), settlement.refunds);
  settlement.baseLeft = settlement.lineLeft.reduce((sum, left) => sum + left, 0);
  const { pricesIncludeTax } = heldAt(hand, sale.row.paidAt).settings.settings.base;
  const value = refundedValue({ ...sale.row, lines: sale.lines }, settlement.refunds, !pricesIncludeTax);
  settlement.refunded = value.total;
  settlement.isRefundedWhole = value.isWhole;
  hand.written.settlements.add(settlement);
  const { bases, left } = scaleOf(sale, settlement, settlement.refunds);
  for (const commission of sale.commissions) {
    refundOne(hand, commission, bases, before.left, left, refund.id, at);
  }
}

/** How refunds lower the commissions of a settled sale. */
export function scaleOf(
  sale: Pick<SaleInHand, 'lines'>,
  settlement: Pick<SettlementRow, 'lineBases' | 'recalculation'>,
  totals: RefundTotals,
): RefundScale {
  const recalculated = (settlement.recalculation?.bases ?? null) as readonly Money[] | null;
  return refundScale(refundableLines(sale, settlement), recalculated, totals);
}

function refundableLines({ lines }: Pick<SaleInHand, 'lines'>, { lineBases }: Pick<SettlementRow, 'lineBases'>) {
  return lines.map(({ sku, quantity }, index) => ({ sku, quantity, base: lineBases[index] as Money }));
}

/** What a line of a commission is worth before refunds: as decided at sale, or as decided again since. */
export function decidedAmount({ amount, recalculated }: Pick<CommissionLineRow, 'amount' | 'recalculated'>): Money {
  return minor(recalculated ?? amount);
}

/** What refunds that lowered the bases do to one commission: an adjustment, the money's way back, and the state. */
export function refundOne(
  hand: Hand,
  commission: CommissionInHand,
  atSale: readonly Money[],
  before: readonly Money[],
  after: readonly Money[],
  causeId: string,
  at: Instant,
): void {
  const { row, lines } = commission;
  const amounts = lines.map(decidedAmount);
  const isRecalculated = lines.some(({ recalculated }) => recalculated !== null);
  const met = { status: row.status, net: minor(row.net), amounts, isRecalculated };
  const effect = refundCommission(met, atSale, before, after);
  if (effect.taken === 0 && effect.status === row.status) return;
  const account = ACCOUNT[row.status as keyof typeof ACCOUNT];
  if (account) {
    bookTransfer(hand, 'refund', causeId, at, [
      [row.payeeId, account, -effect.taken],
      ['', 'commission_expense', effect.taken],
    ]);
  }
  if (effect.taken > 0) {
    hand.written.adjustments.push({
      merchantId: hand.merchantId,
      id: newId(hand.present),
      commissionId: row.id,
      kind: 'refund',
      amount: -effect.taken,
      reason: null,
      causeId,
      madeBy: null,
      at,
    });
  }
  const isReversed = effect.status === 'reversed' && row.status !== 'reversed';
  row.net = effect.net;
  row.movedAt = at;
  row.status = effect.status;
  hand.written.commissions.add(commission);
  const topic = isReversed ? 'commission-reversed' : 'commission-adjusted';
  hand.written.facts.push({ topic, promoterId: row.payeeId, subjectId: row.id, at });
}

/** What a refund asks for, as the engine adds it up. */
export function toRefund(ask: RefundAsk): Refund {
  if (ask.kind === 'pieces') return { kind: 'pieces', pieces: ask.lines };
  if (ask.kind === 'amounts') {
    return { kind: 'amounts', amounts: ask.amounts.map(({ sku, amount }) => ({ sku, amount: minor(amount) })) };
  }
  return { kind: 'everything' };
}
