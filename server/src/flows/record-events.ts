import type { Instant } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import {
  type ReceiptInput,
  type Recording,
  type RefundInput,
  recordReceipts,
  recordRefunds,
  recordSales,
  type SaleInput,
} from '../modules/sales';
import { fillCategories } from './fill-categories';

/** Something that a shop tells: an order was paid, received or refunded. */
export type ShopEvent =
  | { readonly kind: 'paid'; readonly sale: SaleInput }
  | { readonly kind: 'completed'; readonly receipt: ReceiptInput }
  | { readonly kind: 'refunded'; readonly refund: RefundInput };

/** Records a merchant's events in their order, neighbours of a kind together; every door of the product but the shop's own enters here. */
export async function recordEvents(
  tx: Tx,
  merchantId: string,
  events: readonly ShopEvent[],
  now: Instant,
): Promise<Recording[]> {
  const results: Recording[] = [];
  for (let from = 0; from < events.length; ) {
    const kind = (events[from] as ShopEvent).kind;
    let to = from;
    while (to < events.length && (events[to] as ShopEvent).kind === kind) to += 1;
    results.push(...(await RECORD[kind](tx, merchantId, events.slice(from, to), now)));
    from = to;
  }
  return results;
}

type RecordKind = (tx: Tx, merchantId: string, events: readonly ShopEvent[], now: Instant) => Promise<Recording[]>;

const RECORD: Readonly<Record<ShopEvent['kind'], RecordKind>> = {
  paid: async (tx, merchantId, events, now) => {
    const sales = events.flatMap((event) => (event.kind === 'paid' ? [event.sale] : []));
    return recordSales(tx, merchantId, await fillCategories(tx, merchantId, sales), now);
  },
  completed: (tx, merchantId, events, now) => {
    const receipts = events.flatMap((event) => (event.kind === 'completed' ? [event.receipt] : []));
    return recordReceipts(tx, merchantId, receipts, now);
  },
  refunded: (tx, merchantId, events, now) => {
    const refunds = events.flatMap((event) => (event.kind === 'refunded' ? [event.refund] : []));
    return recordRefunds(tx, merchantId, refunds, now);
  },
};
