import type { SaleEvent } from '@fenrun/contracts';

type Paid = Extract<SaleEvent, { type: 'order.paid' }>;
type Refunded = Extract<SaleEvent, { type: 'order.refunded' }>;
type Completed = Extract<SaleEvent, { type: 'order.completed' }>;
type Input<T> = T extends object ? { -readonly [K in keyof T]?: Input<T[K]> } : T;

/** The instant that built events happen at when a test does not care. */
export const SOME_INSTANT = '2026-03-01T10:00:00+08:00';

/** An event `order.paid`: two pieces of TEA at 100.00 by customer C1, unless told otherwise. */
export function orderPaid(id: string, data: Input<Paid['data']> = {}, at: string = SOME_INSTANT) {
  const paidAt = data.paidAt ?? at;
  const lines = data.lines ?? [teaLine()];
  return {
    type: 'order.paid' as const,
    timestamp: paidAt,
    data: { type: 'one_time', customer: { id: 'C1' }, ...data, id, paidAt, lines },
  };
}

export function teaLine(quantity = 2, price = '100.00') {
  return { sku: 'TEA', name: 'Tea', category: 'tea', quantity, price };
}

export function orderCompleted(id: string, at: string = SOME_INSTANT): Completed {
  return { type: 'order.completed', timestamp: at, data: { id } };
}

/** An event `order.refunded`: everything that is left, unless lines or amounts are given. */
export function orderRefunded(
  id: string,
  order: string,
  data: Partial<Refunded['data']> = {},
  at: string = SOME_INSTANT,
) {
  return { type: 'order.refunded' as const, timestamp: at, data: { ...data, id, order } };
}
