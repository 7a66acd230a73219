import { ZERO } from '@fenrun/kernel';
import {
  activeBonuses,
  addRefund,
  type DecidedCommission,
  decide,
  inForce,
  type Refund,
  refundCommission,
  remainingBases,
  type Sale,
  type SaleFacts,
} from '../../src/index';
import { attribute, validTouches } from './attribute';
import type { EventJson } from './scenario-file';
import {
  asOf,
  type CommissionState,
  chainOf,
  isActiveAt,
  NO_REFUNDS,
  type OrderState,
  promoterOf,
  type World,
} from './state';

export function recordOrder(world: World, event: EventJson): void {
  const { sale, facts } = saleOf(world, event);
  const decision = decide(world.compiled, sale, facts);
  const basesAtSale = decision.lines.map(({ base }) => base.base);
  const promoter = facts.promoter ? promoterOf(world, facts.promoter.id) : null;
  const order: OrderState = {
    id: event.id ?? '',
    event,
    sale,
    facts,
    decidedBy: world.compiled,
    decision,
    customer: event.customer ?? null,
    basesAtSale,
    remaining: basesAtSale,
    refunds: NO_REFUNDS,
    receivedAt: world.waitingReceipts.get(event.id ?? '') ?? null,
    uplines: promoter ? chainOf(world, promoter).map(({ id }) => id) : [],
    commissions: [],
  };
  world.orders.set(order.id, order);
  for (const decided of decision.commissions) addCommission(world, order, decided);
  for (const waiting of world.waitingRefunds) if (waiting.order === order.id) applyRefund(world, order, waiting.event);
}

export function addCommission(
  world: World,
  order: OrderState,
  decided: Pick<DecidedCommission, 'payee' | 'kind' | 'amount' | 'lines'>,
): CommissionState {
  const { settings } = inForce(world.compiled, order.sale.paidAt);
  const commission: CommissionState = {
    order,
    payee: decided.payee,
    kind: decided.kind,
    amount: decided.amount,
    net: decided.amount,
    lines: decided.lines,
    status: 'pending',
    decidedBy: null,
    approvedAt: null,
    approval: 0,
    countsRebate: settings.settings.selfPurchase.countInMetrics,
  };
  order.commissions.push(commission);
  world.commissions.push(commission);
  return commission;
}

function saleOf(world: World, event: EventJson): { sale: Sale; facts: SaleFacts } {
  const { reading } = world;
  const paidAt = event.paidAt ? reading.instant(event.paidAt) : world.now;
  const { promoter: id, by } = attribute(world, event, paidAt);
  const promoter = id === null ? null : promoterOf(world, id);
  const customer = event.customer ?? null;
  const isReturning = [...world.orders.values()].some((one) => one.customer === customer && one.sale.paidAt <= paidAt);
  const touch =
    customer && id ? validTouches(world, customer, paidAt).findLast((one) => one.promoter === id) : undefined;
  const sale: Sale = {
    type: event.type ?? 'one_time',
    sequence: event.sequence ?? null,
    paidAt,
    lines: (event.lines ?? []).map((line) => ({
      sku: line.sku,
      category: world.categories.get(line.sku) ?? null,
      quantity: line.quantity ?? 1,
      price: reading.money(line.price ?? '0'),
      discount: reading.money(line.discount ?? '0'),
      tax: reading.money(line.tax ?? '0'),
    })),
    discount: reading.money(event.discount ?? '0'),
    shipping: reading.money(event.shipping ?? '0'),
    coupons: event.coupons ?? [],
    country: event.country ?? null,
    subId: event.subId ?? null,
    campaign: event.campaign ?? touch?.campaign ?? null,
    newness: customer === null ? 'none' : isReturning ? 'returning' : 'new',
    manualAmount: event.commission ? reading.money(event.commission) : null,
  };
  if (!promoter) return { sale, facts: { by, promoter: null, buyerIsPromoter: false, chain: [] } };
  return {
    sale,
    facts: {
      by,
      promoter: {
        id: promoter.id,
        isActive: isActiveAt(promoter, paidAt),
        programme: asOf(promoter.programme, paidAt),
        group: asOf(promoter.group, paidAt),
        bonuses: activeBonuses(promoter.runs, paidAt),
      },
      buyerIsPromoter: customer !== null && promoter.customer === customer,
      chain: chainOf(world, promoter).map((inviter) => ({ id: inviter.id, isActive: isActiveAt(inviter, paidAt) })),
    },
  };
}

export function refundOf(world: World, event: EventJson): Refund {
  if (event.amounts) {
    return {
      kind: 'amounts',
      amounts: event.amounts.map(({ sku, amount }) => ({ sku, amount: world.reading.money(amount) })),
    };
  }
  if (event.lines)
    return { kind: 'pieces', pieces: event.lines.map(({ sku, quantity }) => ({ sku, quantity: quantity ?? 1 })) };
  return { kind: 'everything' };
}

export function applyRefund(world: World, order: OrderState, event: EventJson): void {
  order.refunds = addRefund(order.refunds, refundOf(world, event));
  const lines = order.sale.lines.map(({ sku, quantity }, index) => ({
    sku,
    quantity,
    base: order.basesAtSale[index] ?? ZERO,
  }));
  const before = order.remaining;
  order.remaining = remainingBases(lines, order.refunds);
  for (const commission of order.commissions) followRefund(commission, before);
}

/** Brings one commission to what is left of the order, from what was left before. */
export function followRefund(commission: CommissionState, before: OrderState['remaining']): void {
  const amounts = commission.lines.map(({ amount }) => amount);
  const { basesAtSale, remaining } = commission.order;
  const effect = refundCommission({ ...commission, amounts }, basesAtSale, before, remaining);
  commission.net = effect.net;
  commission.status = effect.status;
}
