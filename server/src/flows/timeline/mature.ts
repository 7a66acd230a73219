import { ageInDays, judgeAtMaturity, nthBonus } from '@fenrun/engine';
import { type Instant, invariant, type Money, minor } from '@fenrun/kernel';
import { newId } from '../../foundation/ids';
import { recountSale } from './count';
import { type CommissionInHand, type Hand, heldAt, promoterOf, type SaleInHand, saleOf } from './hand';
import { refundOne } from './take-refund';
import { bookTransfer } from './transfers';

/** A commission matures: rules, then the merchant's default, approve it, send it to review, or reject it. */
export function mature(hand: Hand, commission: CommissionInHand, at: Instant): void {
  const { row } = commission;
  const sale = saleOf(hand, row.saleId);
  const payee = promoterOf(hand, row.payeeId).row;
  const { outcome, rule } = judgeAtMaturity(heldAt(hand, at).settings.settings.approval, {
    net: minor(row.net),
    orderType: sale.row.type,
    promoterAgeDays: ageInDays(payee.joinedAt, at),
    group: payee.groupCode,
    riskScore: 0,
    isHeld: false,
  });
  row.maturedAt = at;
  row.movedAt = at;
  row.reason = rule === null ? null : `rule:${rule}`;
  hand.written.commissions.add(commission);
  if (outcome === 'review') {
    row.status = 'in_review';
    hand.written.facts.push({ topic: 'commission-in-review', promoterId: row.payeeId, subjectId: row.id, at });
    return;
  }
  row.decidedBy = 'rule';
  row.decidedAt = at;
  if (outcome === 'approve') approve(hand, sale, commission, at);
  else reject(hand, sale, commission, at);
}

/** Approves: the money becomes payable, the order counts, and everybody concerned may climb. */
export function approve(hand: Hand, sale: SaleInHand, commission: CommissionInHand, at: Instant): void {
  const { row } = commission;
  // What a rule rejected had gone back already.
  const from = row.status === 'rejected' ? (['', 'commission_expense'] as const) : ([row.payeeId, 'pending'] as const);
  recountSale(hand, sale, 'approval', at, () => {
    row.status = 'approved';
    row.approvedAt = at;
    row.movedAt = at;
    bookTransfer(hand, 'approval', row.id, at, [
      [...from, -row.net],
      [row.payeeId, 'payable', row.net],
    ]);
  });
  hand.written.commissions.add(commission);
  hand.written.facts.push({ topic: 'commission-approved', promoterId: row.payeeId, subjectId: row.id, at });
  if (row.kind === 'direct') rewardNth(hand, sale, commission, at);
}

/** Rejects: whatever was pending or payable goes back. */
export function reject(hand: Hand, sale: SaleInHand, commission: CommissionInHand, at: Instant): void {
  const { row } = commission;
  const account = row.status === 'approved' ? 'payable' : 'pending';
  recountSale(hand, sale, 'rejection', at, () => {
    row.status = 'rejected';
    row.movedAt = at;
    bookTransfer(hand, 'rejection', row.id, at, [
      [row.payeeId, account, -row.net],
      ['', 'commission_expense', row.net],
    ]);
  });
  hand.written.commissions.add(commission);
  hand.written.facts.push({ topic: 'commission-rejected', promoterId: row.payeeId, subjectId: row.id, at });
}

/** Counts a direct approval in the campaign that rewards every N-th, and makes the reward's commission, approved at once. */
function rewardNth(hand: Hand, sale: SaleInHand, direct: CommissionInHand, at: Instant): void {
  const { settlement } = sale;
  invariant(settlement, `sale ${sale.row.id} is approved before it is settled`);
  if (!settlement.nth) return;
  const promoter = promoterOf(hand, direct.row.payeeId);
  const { campaign } = settlement.nth;
  const step = nthBonus(settlement.nth, promoter.campaigns.get(campaign) ?? 0);
  promoter.campaigns.set(campaign, step.approvals);
  hand.written.campaignCounts.set(`${promoter.row.id}/${campaign}`, {
    promoterId: promoter.row.id,
    campaign,
    approvals: step.approvals,
  });
  if (!step.bonus) return;
  const bonus = newBonus(hand, direct, step.bonus.amount, at);
  bonus.lines.push(
    ...step.bonus.lines.map((line, lineNo) => ({
      ...line,
      merchantId: hand.merchantId,
      commissionId: bonus.row.id,
      lineNo,
      recalculated: null,
    })),
  );
  bonus.row.base = bonus.lines.reduce((sum, line) => sum + line.base, 0);
  sale.commissions.push(bonus);
  hand.written.commissions.add(bonus);
  bookTransfer(hand, 'bonus', bonus.row.id, at, [
    ['', 'commission_expense', -bonus.row.amount],
    [bonus.row.payeeId, 'payable', bonus.row.amount],
  ]);
  refundOne(
    hand,
    bonus,
    settlement.lineBases as Money[],
    settlement.lineBases as Money[],
    settlement.lineLeft as Money[],
    bonus.row.id,
    at,
  );
}

function newBonus(hand: Hand, { row: direct }: CommissionInHand, amount: number, at: Instant): CommissionInHand {
  return {
    isNew: true,
    lines: [],
    row: {
      ...direct,
      id: newId(hand.present),
      kind: 'bonus',
      status: 'approved',
      amount,
      net: amount,
      createdAt: at,
      dueAt: at,
      maturedAt: at,
      approvedAt: at,
      decidedBy: 'rule',
      decidedById: null,
      decidedAt: at,
      reason: null,
      paidOutAt: null,
      movedAt: at,
    },
  };
}
