import { BEGINNING, type Instant, type Money, minor } from '@fenrun/kernel';
import {
  type BonusOrder,
  COUNTERS,
  type CountedCommission,
  contributionOf,
  countsAs,
  countsInMetrics,
  type GroupCounters,
} from '../../src/index';
import type { CommissionState, World } from './state';

export function remainingBase({ order }: CommissionState): Money {
  return minor(order.remaining.reduce<number>((all, base) => all + base, 0));
}

function counted(commission: CommissionState): CountedCommission {
  const { kind, status, net, countsRebate } = commission;
  return { kind, status, net, countsRebate, remainingBase: remainingBase(commission) };
}

/** All counters of a promoter over the commissions approved since the instant. */
export function countersOf(world: World, promoter: string, since: Instant = BEGINNING): Record<string, number> {
  const counters: Record<string, number> = Object.fromEntries(COUNTERS.map((counter) => [counter, 0]));
  for (const commission of world.commissions) {
    if (commission.approvedAt === null || commission.approvedAt < since) continue;
    if (commission.payee !== promoter && !commission.order.uplines.includes(promoter)) continue;
    const contribution = contributionOf(counted(commission));
    for (const counter of COUNTERS) {
      const isMine =
        counter === 'downline_sales' ? commission.order.uplines.includes(promoter) : commission.payee === promoter;
      if (isMine) counters[counter] = (counters[counter] ?? 0) + contribution[counter];
    }
  }
  return counters;
}

export function groupCountersOf(world: World, promoter: string): GroupCounters {
  const counters = countersOf(world, promoter);
  const customers = new Set<string>();
  for (const commission of world.commissions) {
    if (commission.payee !== promoter || contributionOf(counted(commission)).orders === 0) continue;
    if (commission.order.customer !== null) customers.add(commission.order.customer);
  }
  return { orders: counters['orders'] ?? 0, revenue: counters['revenue'] ?? 0, customers: customers.size };
}

/** The direct orders that bonus metrics look at. */
export function bonusOrdersOf(world: World, promoter: string): { commission: CommissionState; order: BonusOrder }[] {
  return world.commissions
    .filter((one) => one.payee === promoter && countsAs(one) === 'direct' && countsInMetrics(one.status))
    .map((commission) => ({
      commission,
      order: { paidAt: commission.order.sale.paidAt, remainingBase: remainingBase(commission) },
    }));
}
