import { routes } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Clock } from '../../foundation/clock';
import type { Database } from '../../foundation/db';
import { BODY_AT_MOST, type Exchange, type HotRoute, parseJson, problemOf, sendJson } from '../../foundation/http';
import type { MerchantRow, WebhookSender } from '../../modules/identity';
import { SignatureCheck } from '../../modules/identity';
import type { DeliveredResult, Recording } from '../../modules/sales';
import type { Intake } from '../intake';
import type { ShopEvent } from '../record-events';
import { type DeliveryKey, deliveryKey, openRecall, type Recall, type Remembered, remember } from './deliveries';
import { type Delivery, readEvents } from './read-events';
import { readSigned } from './read-signed';

export interface WebhookSurroundings {
  readonly db: Database;
  readonly clock: Clock;
  readonly intake: Intake;
  /** Who may send sales to a slug. */
  senders(slug: string): Promise<WebhookSender>;
}

/** What the door works with: its surroundings, and what it knows of deliveries. */
interface Door extends WebhookSurroundings {
  readonly recall: Recall;
}

/** What one event came to. */
type Told = DeliveredResult | Refusal;

/** What a delivery came to: its events' outcomes in their order. */
interface Answered {
  readonly isList: boolean;
  readonly ids: readonly (string | null)[];
  readonly outcomes: readonly Told[];
}

/**
 * The door through which shops tell sales. In this order: signature and timestamp on the raw bytes, the delivery's id,
 * its size, its syntax, its events. Source: doors.md.
 */
export function salesWebhook(surroundings: WebhookSurroundings): HotRoute {
  const own: Door = { ...surroundings, recall: openRecall(surroundings.db.read) };
  const inTurn = oneAfterAnother();
  return {
    id: routes.sales.receive.id,
    method: 'POST',
    pattern: /^\/api\/v1\/webhooks\/(?<merchant>[^/]+)\/sales$/,
    handle: async (exchange, params) => {
      const answered = await receive(own, inTurn, exchange, params['merchant'] ?? '');
      if (isRefusal(answered)) return answered;
      const { isList, ids, outcomes } = answered;
      const [first] = outcomes;
      if (!isList && first) return isRefusal(first) ? first : void sendJson(exchange, 200, first);
      return void sendJson(
        exchange,
        200,
        outcomes.map((outcome, index) => itemOf(outcome, ids[index] ?? null, exchange)),
      );
    },
  };
}

function itemOf(outcome: Told, id: string | null, { lang, requestId }: Exchange) {
  return isRefusal(outcome) ? { id, problem: problemOf(outcome, lang, requestId) } : outcome;
}

type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

async function receive(own: Door, inTurn: InTurn, exchange: Exchange, slug: string): Promise<Answered | Refusal> {
  const { req } = exchange;
  const { merchant, keys } = await own.senders(slug);
  const headers = {
    id: one(req.headers['webhook-id']),
    timestamp: one(req.headers['webhook-timestamp']),
    signature: one(req.headers['webhook-signature']),
  };
  const check = new SignatureCheck(headers, keys);
  const body = await readSigned(req, BODY_AT_MOST, check);
  if (!body.isWhole) return refuse('body-too-large');
  const verdict = check.end(own.clock.now());
  if (verdict !== 'ok') return refuse(verdict);
  if (!merchant || !headers.id) return refuse('bad-signature');
  exchange.merchantId = merchant.id;
  const key = deliveryKey(merchant.id, headers.id, check.bodyDigest());
  return inTurn(merchant.id + key.idDigest, () => takeOnce(own, merchant, key, body.bytes));
}

/** Another process may take the same delivery at the same time; then its row stops ours, and we answer what it came to. */
async function takeOnce(
  own: Door,
  merchant: MerchantRow,
  key: DeliveryKey,
  bytes: Buffer | null,
): Promise<Answered | Refusal> {
  try {
    return await takeDelivery(own, merchant, key, bytes);
  } catch (error) {
    if ((await own.recall(key, own.clock.now())).kind === 'unknown') throw error;
    return takeDelivery(own, merchant, key, bytes);
  }
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(' ') : header;
}

async function takeDelivery(
  own: Door,
  merchant: MerchantRow,
  key: DeliveryKey,
  bytes: Buffer | null,
): Promise<Answered | Refusal> {
  const now = own.clock.now();
  const remembered = await own.recall(key, now);
  if (remembered.kind === 'other-body') return refuse('webhook-id-reused');
  const delivery = bytes ? readDelivery(bytes, merchant, now) : refuse('body-too-large');
  const outcomes = isRefusal(delivery) ? delivery : await tell(own, key, delivery, remembered);
  const isNew = remembered.kind === 'unknown';
  if (isNew && isWholeProblem(outcomes))
    await rememberProblem(own, key, isRefusal(delivery) ? 0 : delivery.events.length, remembered.hasRow);
  if (isRefusal(delivery)) return delivery;
  if (isRefusal(outcomes)) return outcomes;
  return { isList: delivery.isList, ids: delivery.events.map(({ id }) => id), outcomes };
}

function readDelivery(bytes: Buffer, { currency, region }: MerchantRow, now: number): Delivery | Refusal {
  const parsed = parseJson(bytes);
  return isRefusal(parsed) ? parsed : readEvents(parsed.value, { currency, region, source: 'webhook', now });
}

/** Whether nothing of a delivery was recorded, so that no transaction of recording has remembered it. */
function isWholeProblem(outcomes: readonly Told[] | Refusal): boolean {
  if (isRefusal(outcomes)) return outcomes.refused !== 'queue-full';
  return outcomes.every((outcome) => isRefusal(outcome) && outcome.refused !== 'already-recorded-differently');
}

/** A delivery of which nothing could be taken is known all the same: its id may not come back with another body. */
async function rememberProblem(
  { db, clock }: WebhookSurroundings,
  key: DeliveryKey,
  events: number,
  hasRow: boolean,
): Promise<void> {
  const nothing = Array.from({ length: events }, () => null);
  await db.write((tx) => remember(tx, key, nothing, hasRow, clock.now()));
}

/** Records what was not recorded under this delivery before; what had a problem then is tried again. */
async function tell(
  own: Door,
  key: DeliveryKey,
  { events, isList }: Delivery,
  remembered: Remembered,
): Promise<readonly Told[] | Refusal> {
  const outcomes: (Told | undefined)[] = events.map(({ read }, index) => {
    const before = remembered.kind === 'known' ? remembered.results[index] : null;
    return before ?? (isRefusal(read) ? read : undefined);
  });
  const places = outcomes.flatMap((outcome, index) => (outcome === undefined ? [index] : []));
  const fresh = places
    .map((place) => events[place]?.read)
    .filter((read): read is ShopEvent => read !== undefined && !isRefusal(read));
  if (fresh.length === 0) return outcomes as Told[];
  const fill = (results: readonly Recording[]) => {
    for (const [index, place] of places.entries()) {
      outcomes[place] = toldOf(
        results[index] as Recording,
        events[place]?.id ?? '',
        isList ? `/${place}/data` : '/data',
      );
    }
  };
  const kept = (results: readonly Recording[]) => {
    fill(results);
    return outcomes.map((outcome) => (isRefusal(outcome) || !outcome ? null : outcome));
  };
  const isFirst = remembered.kind === 'unknown' && !remembered.hasRow;
  const recording = own.intake.record({
    merchantId: key.merchantId,
    events: fresh,
    ...(isFirst
      ? { delivery: (results) => ({ ...key, results: kept(results), at: own.clock.now() }) }
      : { alongside: (tx, results) => remember(tx, key, kept(results), true, own.clock.now()) }),
  });
  if (!recording) return refuse('queue-full', { retryAfterSeconds: 1 });
  fill(await recording);
  return outcomes as Told[];
}

function toldOf(recording: Recording, id: string, at: string): Told {
  if (recording.result !== 'different') return { id, result: recording.result };
  const errors = recording.fields.map((field) => ({
    pointer: `${at}/${field === 'ask' ? 'lines' : field}`,
    code: 'differs',
  }));
  return refuse('already-recorded-differently', { fields: recording.fields.join(' ') }, errors);
}

/** Two deliveries of one id at the same time are taken one after the other, so that the second hears what the first came to. */
function oneAfterAnother(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key);
    const next = (before ?? Promise.resolve()).then(work, work);
    last.set(key, next);
    try {
      return await next;
    } finally {
      if (last.get(key) === next) last.delete(key);
    }
  };
}
