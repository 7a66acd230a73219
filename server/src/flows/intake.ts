import type { Clock } from '../foundation/clock';
import { type Database, insert, type Tx } from '../foundation/db';
import { type Recording, type WebhookDeliveryRow, webhookDeliveryTable } from '../modules/sales';
import { recordEvents, type ShopEvent } from './record-events';

/** A request to record events of one merchant, answered when they are durable. */
export interface IntakeRequest {
  readonly merchantId: string;
  readonly events: readonly ShopEvent[];
  /** What the door keeps in the same transaction; it gets the results. */
  readonly alongside?: (tx: Tx, results: readonly Recording[]) => Promise<void>;
  /** The new delivery that brought the events, made from the results; those of a group are inserted together. */
  readonly delivery?: (results: readonly Recording[]) => WebhookDeliveryRow;
}

/** Takes requests in and records them in groups. */
export interface Intake {
  /** Resolves after COMMIT; null when too much is waiting already (answer 429). */
  record(request: IntakeRequest): Promise<readonly Recording[]> | null;
  /** Resolves when everything that was taken in is durable. */
  drained(): Promise<void>;
}

/** Events in one transaction at most, but for a single request that brings more. */
const EVENTS_IN_GROUP = 200;

/** Events that may wait; beyond it the door says 429. */
const EVENTS_WAITING = 5_000;

interface Waiting {
  readonly request: IntakeRequest;
  readonly resolve: (results: readonly Recording[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: what waits is recorded in one transaction, up to 200 events, and answered after it is durable. If a group
 * fails it is done again one by one, so that one bad request holds up nobody.
 */
export function openIntake(db: Database, clock: Clock): Intake {
  const queue: Waiting[] = [];
  let events = 0;
  let running: Promise<void> | null = null;
  const run = async () => {
    while (queue.length > 0) {
      const group = takeGroup(queue);
      events -= countEvents(group);
      await recordGroup(db, clock, group);
    }
    running = null;
  };
  return {
    record: (request) => {
      if (events + request.events.length > EVENTS_WAITING && queue.length > 0) return null;
      events += request.events.length;
      const result = new Promise<readonly Recording[]>((resolve, reject) => queue.push({ request, resolve, reject }));
      // Whatever arrives in the same turn of the loop joins the group.
      running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(run);
      return result;
    },
    drained: async () => {
      while (running) await running;
    },
  };
}

function takeGroup(queue: Waiting[]): Waiting[] {
  let count = 0;
  let taken = 0;
  while (
    taken < queue.length &&
    (taken === 0 || count + (queue[taken] as Waiting).request.events.length <= EVENTS_IN_GROUP)
  ) {
    count += (queue[taken] as Waiting).request.events.length;
    taken += 1;
  }
  return queue.splice(0, taken);
}

function countEvents(group: readonly Waiting[]): number {
  return group.reduce((sum, { request }) => sum + request.events.length, 0);
}

async function recordGroup(db: Database, clock: Clock, group: readonly Waiting[]): Promise<void> {
  try {
    const results = await db.write((tx) => recordAll(tx, clock, group));
    for (const [index, waiting] of group.entries()) waiting.resolve(results[index] as readonly Recording[]);
  } catch (error) {
    if (group.length === 1) group[0]?.reject(error);
    else for (const waiting of group) await recordGroup(db, clock, [waiting]);
  }
}

/** Requests of one merchant are recorded together; each gets its own part of the results. */
async function recordAll(tx: Tx, clock: Clock, group: readonly Waiting[]): Promise<readonly (readonly Recording[])[]> {
  const results: (readonly Recording[])[] = [];
  const merchants = new Set(group.map(({ request }) => request.merchantId));
  for (const merchantId of merchants) {
    const own = group.flatMap(({ request }, index) => (request.merchantId === merchantId ? [{ request, index }] : []));
    const all = await recordEvents(
      tx,
      merchantId,
      own.flatMap(({ request }) => request.events),
      clock.now(),
    );
    let from = 0;
    for (const { request, index } of own) {
      results[index] = all.slice(from, from + request.events.length);
      from += request.events.length;
    }
  }
  for (const [index, { request }] of group.entries())
    await request.alongside?.(tx, results[index] as readonly Recording[]);
  await insert(
    tx,
    webhookDeliveryTable,
    group.flatMap(({ request }, index) => request.delivery?.(results[index] as readonly Recording[]) ?? []),
  );
  return results;
}
