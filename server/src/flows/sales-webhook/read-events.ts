import { EVENTS_AT_MOST, type SaleEvent, saleEvent } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { fieldErrors } from '../../foundation/http';
import { type ReadingFrame, readRefund, readSale, readTold } from '../../modules/sales';
import type { ShopEvent } from '../record-events';

/** One event of a delivery: what it says, or why it cannot be taken. */
export interface ReadEvent {
  /** The id of the order or refund, as far as it can be made out. */
  readonly id: string | null;
  readonly read: ShopEvent | Refusal;
}

/** What a body holds: one event, or a list of them. */
export interface Delivery {
  readonly isList: boolean;
  readonly events: readonly ReadEvent[];
}

/** Reads the events of a parsed body. Pointers of an array begin with the place of the event. */
export function readEvents(body: unknown, frame: ReadingFrame): Delivery | Refusal {
  if (!Array.isArray(body)) return { isList: false, events: [readEvent(body, frame, '')] };
  if (body.length === 0) return refuse('invalid-request', undefined, [{ pointer: '', code: 'required' }]);
  if (body.length > EVENTS_AT_MOST) return refuse('invalid-request', undefined, [{ pointer: '', code: 'too-many' }]);
  return { isList: true, events: body.map((event, index) => readEvent(event, frame, `/${index}`)) };
}

/** Wrong fields named at most for one event. */
const ERRORS_AT_MOST = 100;

function readEvent(value: unknown, frame: ReadingFrame, at: string): ReadEvent {
  const parsed = saleEvent.safeParse(value);
  if (parsed.success) return { id: parsed.data.data.id, read: toShopEvent(parsed.data, frame, at) };
  const errors = fieldErrors(parsed.error.issues, value, at).slice(0, ERRORS_AT_MOST);
  const id = (value as { data?: { id?: unknown } } | null)?.data?.id;
  return {
    id: typeof id === 'string' && id.length <= 64 ? id : null,
    read: refuse('invalid-request', undefined, errors),
  };
}

function toShopEvent(event: SaleEvent, frame: ReadingFrame, at: string): ShopEvent | Refusal {
  if (event.type === 'order.paid') {
    const sale = readSale(event.data, frame, `${at}/data`);
    return isRefusal(sale) ? sale : { kind: 'paid', sale };
  }
  if (event.type === 'order.refunded') {
    const refund = readRefund(event.data, event.timestamp, frame, at);
    return isRefusal(refund) ? refund : { kind: 'refunded', refund };
  }
  const receivedAt = readTold(event.timestamp, frame, at);
  if (isRefusal(receivedAt)) return receivedAt;
  return { kind: 'completed', receipt: { saleOutsideId: event.data.id, receivedAt, told: 'store' } };
}
