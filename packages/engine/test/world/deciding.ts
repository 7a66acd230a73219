import { isRefusal, type Money, minor, parseMoney } from '@fenrun/kernel';
import {
  adjustByHand,
  ageInDays,
  askForPayout,
  countsAs,
  decideByPerson,
  inForce,
  judgeAtMaturity,
  maturesAt,
  newlyPaid,
  nthBonus,
  type Verdict,
} from '../../src/index';
import { balanceOf, bonusesAfterApproval, evaluateAll, groupNow, withDemotion } from './climbing';
import { addCommission, followRefund } from './record-order';
import type { EventJson } from './scenario-file';
import { type CommissionState, isActiveAt, promoterOf, type World } from './state';

export function maturityOf(world: World, { order }: CommissionState): number {
  const { settings } = inForce(world.compiled, order.sale.paidAt).settings;
  return maturesAt(order.sale.paidAt, order.receivedAt, settings);
}

/** Judges a pending commission at its maturity. */
export function mature(world: World, commission: CommissionState): void {
  const promoter = promoterOf(world, commission.payee);
  const { outcome } = judgeAtMaturity(inForce(world.compiled, world.now).settings.settings.approval, {
    net: commission.net,
    orderType: commission.order.sale.type,
    promoterAgeDays: ageInDays(promoter.joinedAt, world.now),
    group: groupNow(promoter),
    riskScore: 0,
    isHeld: false,
  });
  if (outcome === 'review') commission.status = 'in_review';
  if (outcome === 'reject') {
    commission.status = 'rejected';
    commission.decidedBy = 'rule';
  }
  if (outcome === 'approve') approve(world, commission, 'rule');
}

function approve(world: World, commission: CommissionState, by: 'rule' | 'person'): void {
  const promoter = promoterOf(world, commission.payee);
  commission.status = 'approved';
  commission.decidedBy = by;
  commission.approvedAt = world.now;
  commission.approval = ++world.approvals;
  const { countsToward } = commission.order.decision;
  if (commission.kind === 'direct' && countsToward) {
    const step = nthBonus(countsToward, promoter.nth.get(countsToward.campaign) ?? 0);
    promoter.nth.set(countsToward.campaign, step.approvals);
    if (step.bonus) {
      const bonus = addCommission(world, commission.order, { payee: promoter.id, kind: 'bonus', ...step.bonus });
      bonus.status = 'approved';
      bonus.decidedBy = 'rule';
      bonus.approvedAt = world.now;
      bonus.approval = ++world.approvals;
      followRefund(bonus, bonus.order.basesAtSale);
    }
  }
  if (countsAs(commission) === 'direct') bonusesAfterApproval(world, promoter, commission);
  evaluateAll(world);
}

function find(world: World, event: EventJson): CommissionState | null {
  const kind = event.kind ?? 'direct';
  const order = world.orders.get(event.order ?? '');
  return order?.commissions.find((one) => one.payee === event.promoter && one.kind === kind) ?? null;
}

export function decidePerson(world: World, event: EventJson): string | null {
  const commission = find(world, event);
  const decided = decideByPerson(commission, event.do as Verdict, event.reason);
  if (isRefusal(decided)) return decided.refused;
  if (!commission) return null;
  if (decided === 'approved') {
    approve(world, commission, 'person');
    return null;
  }
  withDemotion(world, () => {
    commission.status = 'rejected';
    commission.decidedBy = 'person';
  });
  return null;
}

export function adjust(world: World, event: EventJson): string | null {
  const commission = find(world, event);
  const net = adjustByHand(commission, parseAmountOrNull(event.amount, world.reading.currency), event.reason);
  if (isRefusal(net)) return net.refused;
  withDemotion(world, () => {
    if (commission) commission.net = net;
  });
  return null;
}

export function payout(world: World, event: EventJson): string | null {
  const promoter = promoterOf(world, event.promoter);
  const amount = parseAmountOrNull(event.amount, world.reading.currency);
  const { minimum } = inForce(world.compiled, world.now).settings.settings.payout;
  const refused = askForPayout(amount, {
    isActive: isActiveAt(promoter, world.now),
    available: balanceOf(world, promoter.id).available,
    minimum,
  });
  if (refused || amount === null) return refused?.refused ?? 'invalid-amount';
  world.payouts.set(event.id ?? '', { promoter: promoter.id, amount, result: null });
  promoter.inPayout += amount;
  return null;
}

export function payoutResult(world: World, event: EventJson): string | null {
  const found = world.payouts.get(event.id ?? '');
  if (!found) return 'unknown-payout';
  if (found.result !== null) return found.result === event.result ? null : 'payout-final';
  const promoter = promoterOf(world, found.promoter);
  found.result = event.result ?? '';
  promoter.inPayout -= found.amount;
  if (event.result !== 'paid') return null;
  promoter.paidOut += found.amount;
  const mine = world.commissions
    .filter((one) => one.payee === promoter.id && (one.status === 'approved' || one.status === 'paid'))
    .sort((a, b) => a.approval - b.approval);
  const ids = newlyPaid(
    mine.map((one, index) => ({ id: String(index), status: one.status as 'approved' | 'paid', net: one.net })),
    minor(promoter.paidOut),
  );
  for (const id of ids) (mine[Number(id)] as CommissionState).status = 'paid';
  return null;
}

function parseAmountOrNull(text: string | undefined, currency: string): Money | null {
  const parsed = parseMoney(text ?? '', currency);
  return typeof parsed === 'number' ? parsed : null;
}
