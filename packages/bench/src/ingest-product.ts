import { signWebhook } from '@fenrun/testkit';
import type { Product } from './product';
import { dice } from './random';
import { type Prepared, prepare, sendAll } from './send';
import { paidOrder, type Shop } from './shop';
import { awaitSettled, type Store } from './store';

/** One way of sending orders. */
export interface Way {
  readonly ordersPerRequest: number;
  /** Of all events that are sent, how many percent were sent before. */
  readonly repeatsPercent: number;
}

/** A busy shop platform: many connections where each request brings one order, few where it brings many. */
const CONNECTIONS_OF_SINGLES = 96;
const CONNECTIONS_OF_BATCHES = 6;

/** Repeats come this many events after the first time at most. */
const REPEATED_WITHIN = 400;

/** Customers of a turn for each order: so about every third order comes from somebody new. */
const CUSTOMERS_PER_ORDER = 0.4;

/** Sends orders by signed webhooks and waits until all are posted to the ledger. Answers new orders a second. */
export async function runProduct(
  product: Product,
  shop: Shop,
  store: Store,
  way: Way,
  turn: { readonly name: string; readonly orders: number },
): Promise<number> {
  const requests = deliveriesOf(shop, way, turn);
  let recorded = 0;
  const connections = way.ordersPerRequest > 1 ? CONNECTIONS_OF_BATCHES : CONNECTIONS_OF_SINGLES;
  const began = performance.now();
  await sendAll(product.port, requests, connections, (_, { body }) => {
    recorded += body.split('"recorded"').length - 1;
  });
  await awaitSettled(store);
  const tookMs = performance.now() - began;
  // A delivery that is sent twice is answered twice with what it came to the first time.
  if (recorded < turn.orders) throw new Error(`${recorded} of ${turn.orders} orders were recorded`);
  return (turn.orders * 1000) / tookMs;
}

/** Signed deliveries of a turn, each as a request; with one order a delivery and no repeats their order is that of the order ids. */
export function deliveriesOf(shop: Shop, way: Way, { name, orders }: { name: string; orders: number }): Prepared[] {
  const roll = dice(orders + name.length);
  const customers = Math.ceil(orders * CUSTOMERS_PER_ORDER);
  const path = `/api/v1/webhooks/${shop.slug}/sales`;
  const sentAt = Date.now();
  const requests: Prepared[] = [];
  const post = (body: string, id: string) => {
    const request = prepare(path, body, { ...signWebhook(body, shop.webhookSecret, id, sentAt) });
    requests.push(request);
    return request;
  };
  const events = Array.from(
    { length: orders },
    (_, at) => paidOrder(`${name}-${at}`, roll, shop, customers, name).event,
  );
  const stream = withRepeats(events, way.repeatsPercent, roll);
  if (way.ordersPerRequest > 1) {
    for (let at = 0; at < stream.length; at += way.ordersPerRequest) {
      const slice = stream.slice(at, at + way.ordersPerRequest).map((index) => events[index]);
      post(`[${slice.join(',')}]`, `${name}-batch-${at}`);
    }
    return requests;
  }
  const sent = new Map<number, Prepared>();
  for (const [at, index] of stream.entries()) {
    const before = sent.get(index);
    // Half of the repeats are the same delivery once more, half the same order in another one.
    if (before && at % 2 === 0) requests.push(before);
    else sent.set(index, post(events[index] as string, `${name}-${at}`));
  }
  return requests;
}

/** The order in which events are sent, by their index: each once, and some of the last ones again in between. */
function withRepeats(events: readonly string[], percent: number, roll: (sides: number) => number): number[] {
  const stream: number[] = [];
  let repeats = 0;
  for (let index = 0; index < events.length; index += 1) {
    stream.push(index);
    while ((repeats + 1) * 100 <= percent * (stream.length + 1)) {
      stream.push(index - roll(Math.min(index + 1, REPEATED_WITHIN)));
      repeats += 1;
    }
  }
  return stream;
}
