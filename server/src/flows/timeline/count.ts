import { type Contribution, contributionOf, countsAs } from '@fenrun/engine';
import { type Instant, invariant, minor } from '@fenrun/kernel';
import type { CounterRow } from '../../modules/climbing';
import { type Cause, climbAfter } from './climb';
import { type CommissionInHand, type Hand, heldAt, promoterOf, type SaleInHand } from './hand';

/**
 * Runs a change of a sale's commissions (approval, refund, rejection, adjustment) and carries what it did to their contributions
 * into the counters of payees and inviters; then everybody concerned is looked at for climbing.
 */
export function recountSale(hand: Hand, sale: SaleInHand, cause: Cause, at: Instant, change: () => void): void {
  const countsRebate = heldAt(hand, sale.row.paidAt).settings.settings.selfPurchase.countInMetrics;
  const before = sale.commissions.map((commission) => measure(sale, commission, countsRebate));
  change();
  for (const [index, was] of before.entries()) {
    const commission = sale.commissions[index] as CommissionInHand;
    const is = measure(sale, commission, countsRebate);
    if (is === was || sameContribution(was, is)) continue;
    const isDirect = countsAs({ kind: commission.row.kind, countsRebate }) === 'direct';
    carry(hand, sale, commission, was, is, isDirect, cause, at);
  }
}

function measure(sale: SaleInHand, { row }: CommissionInHand, countsRebate: boolean): Contribution {
  const remainingBase = minor(sale.settlement?.baseLeft ?? 0);
  return contributionOf({ kind: row.kind, status: row.status, net: minor(row.net), remainingBase, countsRebate });
}

function sameContribution(a: Contribution, b: Contribution): boolean {
  return (
    a.referral_order_value === b.referral_order_value &&
    a.referral_order_count === b.referral_order_count &&
    a.earned_commission === b.earned_commission
  );
}

function carry(
  hand: Hand,
  sale: SaleInHand,
  { row }: CommissionInHand,
  was: Contribution,
  is: Contribution,
  isDirect: boolean,
  cause: Cause,
  at: Instant,
): void {
  const isCurrent = row.approvedAt !== null && row.approvedAt >= hand.timeline.cycleAt;
  const step = {
    referralValue: is.referral_order_value - was.referral_order_value,
    referralCount: is.referral_order_count - was.referral_order_count,
    earned: is.earned_commission - was.earned_commission,
    personal: is.personal_volume - was.personal_volume,
    downline: 0,
  };
  const counter = counterOf(hand, row.payeeId);
  const before = { ...counter };
  add(counter, isCurrent, step);
  if (isDirect) countDirect(hand, sale, row.payeeId, counter, was, is);
  const value = is.revenue - was.revenue;
  climbAfter(hand, row.payeeId, before, cause, at, isDirect ? { paidAt: sale.row.paidAt, remainingBase: value } : null);
  const downline = is.downline_sales - was.downline_sales;
  if (downline === 0) return;
  for (const inviterId of sale.settlement?.chain ?? []) {
    const above = counterOf(hand, inviterId);
    const beforeAbove = { ...above };
    add(above, isCurrent, { referralValue: 0, referralCount: 0, earned: 0, personal: 0, downline });
    climbAfter(hand, inviterId, beforeAbove, cause, at, null);
  }
}

type Step = Pick<CounterRow, 'referralValue' | 'referralCount' | 'earned' | 'personal' | 'downline'>;

function add(counter: CounterRow, isCurrent: boolean, step: Step): void {
  if (isCurrent) {
    counter.referralValue += step.referralValue;
    counter.referralCount += step.referralCount;
    counter.earned += step.earned;
    counter.personal += step.personal;
    counter.downline += step.downline;
  }
  counter.lifetimeReferralValue += step.referralValue;
  counter.lifetimeReferralCount += step.referralCount;
  counter.lifetimeEarned += step.earned;
  counter.lifetimePersonal += step.personal;
  counter.lifetimeDownline += step.downline;
}

/** The promoter's counter in hand, brought to the present cycle and marked to be saved. */
export function counterOf(hand: Hand, promoterId: string): CounterRow {
  const promoter = promoterOf(hand, promoterId);
  const { cycleAt } = hand.timeline;
  invariant(promoter.isTallied, `the counters of ${promoterId} were not read`);
  promoter.counter ??= emptyCounter(hand.merchantId, promoterId, cycleAt);
  const { counter } = promoter;
  if (counter.cycleAt < cycleAt) {
    Object.assign(counter, { cycleAt, referralValue: 0, referralCount: 0, earned: 0, downline: 0, personal: 0 });
  }
  hand.written.counters.add(counter);
  return counter;
}

function emptyCounter(merchantId: string, promoterId: string, cycleAt: Instant): CounterRow {
  return {
    merchantId,
    promoterId,
    cycleAt,
    referralValue: 0,
    referralCount: 0,
    earned: 0,
    downline: 0,
    personal: 0,
    lifetimeReferralValue: 0,
    lifetimeReferralCount: 0,
    lifetimeEarned: 0,
    lifetimeDownline: 0,
    lifetimePersonal: 0,
    orders: 0,
    revenue: 0,
    customers: 0,
  };
}

/** What groups and tier bonuses look at: orders, revenue, distinct customers, and the sale by its paid time. */
function countDirect(
  hand: Hand,
  { row: sale }: SaleInHand,
  promoterId: string,
  counter: CounterRow,
  was: Contribution,
  is: Contribution,
): void {
  const promoter = promoterOf(hand, promoterId);
  const count = is.orders - was.orders;
  counter.orders += count;
  counter.revenue += is.revenue - was.revenue;
  if (sale.customerId !== null && count !== 0) {
    const known = promoter.customers.get(sale.customerId) ?? 0;
    const orders = known + count;
    promoter.customers.set(sale.customerId, orders);
    counter.customers += (orders > 0 ? 1 : 0) - (known > 0 ? 1 : 0);
    const key = `${promoterId}/${sale.customerId}`;
    hand.written.customerCounts.set(key, { promoterId, customerId: sale.customerId, orders });
  }
  const row = { merchantId: hand.merchantId, promoterId, paidAt: sale.paidAt, saleId: sale.id, base: is.revenue };
  if (is.orders > 0) promoter.counted?.set(sale.id, row);
  else promoter.counted?.delete(sale.id);
  hand.written.counted.set(`${promoterId}/${sale.id}`, { row, isGone: is.orders === 0 });
}
