/**
 * The life of a shop order. A payment that arrives after the order was closed opens it again: money is never lost.
 * `refunded` is an order of which nothing is left.
 */
export const SHOP_ORDER_MOVES = {
  awaiting_payment: ['paid', 'closed'],
  closed: ['paid'],
  paid: ['shipped', 'refunded'],
  shipped: ['received', 'refunded'],
  received: ['refunded'],
  refunded: [],
} as const satisfies Record<string, readonly string[]>;

export type ShopOrderStatus = keyof typeof SHOP_ORDER_MOVES;

/** The statuses from which an order may move to another, for the condition of an update. */
export function statusesBefore(next: ShopOrderStatus): ShopOrderStatus[] {
  const entries = Object.entries(SHOP_ORDER_MOVES) as [ShopOrderStatus, readonly string[]][];
  return entries.filter(([, moves]) => moves.includes(next)).map(([status]) => status);
}
