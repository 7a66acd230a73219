import {
  type DecidedCommission,
  type Decision,
  decide,
  keepFacts,
  maturesAt,
  type Sale,
  type SaleFacts,
} from '@fenrun/engine';
import { type Instant, invariant, minor, sum } from '@fenrun/kernel';
import { newId } from '../../foundation/ids';
import { type Claim, claimSale } from '../../modules/attribution';
import type { CommissionRow, SettlementRow } from '../../modules/commission';
import { isSamePhone, type StandingAt, standingAt } from '../../modules/promoters';
import { completeSale } from './complete-sale';
import {
  type CommissionInHand,
  type Hand,
  heldAt,
  type PromoterInHand,
  promoterOf,
  type SaleInHand,
  saleOf,
} from './hand';
import { takeRefund } from './take-refund';
import { bookTransfer } from './transfers';

/** The inviters whose activity is written into the facts: as many as any network has levels. */
const INVITERS_KEPT = 10;

/** The tree is at most so deep. Source: domain.md, section 4. */
const DEEPEST = 64;

/**
 * Settles one recorded sale at an instant of the timeline: claims it, decides it by what held at its paid time, books what is
 * earned, and applies what waited for it.
 */
export function settleSale(hand: Hand, saleId: string, at: Instant): void {
  const sale = saleOf(hand, saleId);
  invariant(!sale.settlement, `sale ${saleId} is settled twice`);
  const claim = claimOf(hand, sale);
  const promoter = claim.promoterId ? promoterOf(hand, claim.promoterId) : null;
  const standing = promoter ? standingAt(promoter.row, promoter.changes, sale.row.paidAt) : null;
  const chain = promoter ? chainAt(hand, promoter, sale.row.paidAt) : [];
  const asked = toSale(hand, sale, claim);
  const facts = factsOf(hand, sale, claim, promoter, standing, chain);
  const decision = decide(hand.compiled, asked, facts);
  sale.settlement = settlementRow(hand, sale, claim, chain, decision, asked, facts, at);
  hand.written.settlements.add(sale.settlement);
  rememberCustomer(hand, sale);
  for (const decided of decision.commissions) award(hand, sale, decided, standing, at);
  hand.written.facts.push({ topic: 'sale-settled', promoterId: claim.promoterId, subjectId: saleId, at });
  applyWaiting(hand, sale, at);
}

function claimOf(hand: Hand, { row }: SaleInHand): Claim {
  const { attribution } = heldAt(hand, row.paidAt).settings.settings;
  const claim = claimSale(row, hand.claims, attribution);
  const { subscription, sequence } = row;
  if (subscription !== null && sequence !== null && claim.promoterId) {
    const renewals = hand.claims.renewals as Map<string, { sequence: number; promoterId: string }[]>;
    const list = renewals.get(subscription) ?? [];
    list.push({ sequence, promoterId: claim.promoterId });
    renewals.set(subscription, list);
  }
  return claim;
}

/** All inviters at the instant, nearest first. */
export function chainAt(hand: Hand, promoter: PromoterInHand, at: Instant): PromoterInHand[] {
  const chain: PromoterInHand[] = [];
  let next = standingAt(promoter.row, promoter.changes, at).inviterId;
  while (next !== null && chain.length < DEEPEST) {
    const inviter = promoterOf(hand, next);
    chain.push(inviter);
    next = standingAt(inviter.row, inviter.changes, at).inviterId;
  }
  return chain;
}

/** The sale as the engine sees it. */
export function toSale(hand: Hand, { row, lines }: SaleInHand, claim: Claim): Sale {
  const customer = row.customerId ? hand.customers.get(row.customerId) : undefined;
  const isReturning = customer && customer.firstPaidAt !== null && customer.firstPaidAt <= row.paidAt;
  return {
    type: row.type,
    sequence: row.sequence,
    paidAt: row.paidAt,
    lines: lines.map((line) => ({
      sku: line.sku,
      category: line.category,
      quantity: line.quantity,
      price: minor(line.price),
      discount: minor(line.discount),
      tax: minor(line.tax),
    })),
    discount: minor(row.discount),
    shipping: minor(row.shipping),
    coupons: row.coupons,
    country: row.country,
    subId: row.subId,
    campaign: claim.campaign,
    newness: row.customerId === null ? 'none' : isReturning ? 'returning' : 'new',
    manualAmount: row.manualCommission === null ? null : minor(row.manualCommission),
  };
}

/** Who gets the sale, and how he and his inviters stood at its paid time. */
export function factsOf(
  hand: Hand,
  { row }: SaleInHand,
  claim: Claim,
  promoter: PromoterInHand | null,
  standing: StandingAt | null,
  chain: readonly PromoterInHand[],
): SaleFacts {
  if (!promoter || !standing) return { by: claim.by, promoter: null, buyerIsPromoter: false, chain: [] };
  const runs = promoter.runs.filter((run) => run.fromAt <= row.paidAt && row.paidAt < run.toAt);
  return {
    by: claim.by,
    promoter: {
      id: promoter.row.id,
      isActive: standing.isActive,
      programme: standing.programme,
      group: standing.group,
      bonuses: runs.map(({ step, threshold, rate }) => ({ step, threshold, rate })),
    },
    buyerIsPromoter: isBuyer(hand, promoter, row.customerId),
    chain: chain.slice(0, INVITERS_KEPT).map((inviter) => ({
      id: inviter.row.id,
      isActive: standingAt(inviter.row, inviter.changes, row.paidAt).isActive,
    })),
  };
}

/** The buyer is the promoter: by linked account (which openid brings with it) or by phone. */
function isBuyer(hand: Hand, { row }: PromoterInHand, customerId: string | null): boolean {
  if (customerId === null) return false;
  const phone = hand.customers.get(customerId)?.phone ?? null;
  return row.customerId === customerId || isSamePhone(phone, row.phone);
}

/** What is kept of a decision. */
export function settlementRow(
  hand: Hand,
  sale: SaleInHand,
  claim: Claim,
  chain: readonly PromoterInHand[],
  decision: Decision,
  asked: Sale,
  facts: SaleFacts,
  at: Instant,
): SettlementRow {
  const bases = decision.lines.map((line) => line.base.base);
  const base = sum(bases);
  const isCampaignUnknown = claim.campaign !== null && !hand.book.campaigns.some(({ code }) => code === claim.campaign);
  const unresolved = [claim.isPromoterUnknown ? 'promoter' : '', isCampaignUnknown ? 'campaign' : '']
    .filter(Boolean)
    .join(',');
  return {
    merchantId: hand.merchantId,
    saleId: sale.row.id,
    promoterId: claim.promoterId,
    attributedBy: claim.by,
    campaign: claim.campaign,
    nothingReason: decision.nothing,
    nth: decision.countsToward,
    base,
    baseLeft: base,
    lineBases: bases,
    lineLeft: [...bases],
    refunds: null,
    refunded: 0,
    isRefundedWhole: false,
    chain: chain.map((inviter) => inviter.row.id),
    facts: keepFacts(hand.book.version, asked, facts),
    unresolved: unresolved || null,
    settledAt: at,
    recalculation: null,
  };
}

function rememberCustomer(hand: Hand, { row }: SaleInHand): void {
  const customer = row.customerId ? hand.customers.get(row.customerId) : undefined;
  if (!customer) return;
  customer.firstPaidAt = Math.min(customer.firstPaidAt ?? row.paidAt, row.paidAt);
  customer.lastPaidAt = Math.max(customer.lastPaidAt ?? row.paidAt, row.paidAt);
  customer.orders += 1;
  customer.spent += row.amount;
  hand.written.customers.add(customer);
}

/** Makes the commission of one payee, pending, and books it. */
export function award(
  hand: Hand,
  sale: SaleInHand,
  decided: DecidedCommission,
  standing: StandingAt | null,
  at: Instant,
): void {
  const row = commissionRow(hand, sale, decided, standing, at);
  const lines = decided.lines.map((line, lineNo) => ({
    merchantId: hand.merchantId,
    commissionId: row.id,
    lineNo,
    base: line.base,
    amount: line.amount,
    rule: line.rule,
    layer: line.layer,
    recalculated: null,
  }));
  const commission: CommissionInHand = { row, lines, isNew: true };
  sale.commissions.push(commission);
  hand.written.commissions.add(commission);
  bookTransfer(hand, 'sale', row.id, at, [
    ['', 'commission_expense', -row.amount],
    [row.payeeId, 'pending', row.amount],
  ]);
}

/** A new commission of one payee, pending. */
export function commissionRow(
  hand: Hand,
  { row: sale, settlement }: SaleInHand,
  decided: DecidedCommission,
  standing: Pick<StandingAt, 'programme' | 'group'> | null,
  at: Instant,
): CommissionRow {
  const { settings } = heldAt(hand, sale.paidAt).settings;
  return {
    merchantId: hand.merchantId,
    id: newId(hand.present),
    saleId: sale.id,
    payeeId: decided.payee,
    kind: decided.kind,
    status: 'pending',
    amount: decided.amount,
    net: decided.amount,
    base: sum(decided.lines.map((line) => line.base)),
    programme: standing?.programme ?? null,
    groupCode: standing?.group ?? null,
    campaign: settlement?.campaign ?? null,
    paidAt: sale.paidAt,
    createdAt: at,
    dueAt: Math.max(maturesAt(sale.paidAt, null, settings), at),
    maturedAt: null,
    approvedAt: null,
    decidedBy: null,
    decidedById: null,
    decidedAt: null,
    reason: null,
    paidOutAt: null,
    movedAt: at,
  };
}

/** Refunds and a receipt that came before the order apply before anything matures. */
function applyWaiting(hand: Hand, sale: SaleInHand, at: Instant): void {
  for (const refund of hand.waitingRefunds.get(sale.row.outsideId) ?? []) {
    refund.saleId = sale.row.id;
    takeRefund(hand, refund, at);
  }
  const receipt = hand.receipts.get(sale.row.outsideId);
  if (receipt && receipt.recordedAt <= at) completeSale(hand, sale, receipt, at);
}
