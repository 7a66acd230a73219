import { type Instant, isRefusal, type Refusal } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import type { Call } from '../foundation/http';
import type { Timelines } from './timeline/advance';
import type { Hand, TimelineFact } from './timeline/hand';
import { inHand } from './timeline/on-timeline';

/**
 * Runs a person's command that came over HTTP on the merchant's timeline: what is due first, then the command in the call's own
 * transaction, so that its idempotency key and audit entry stand or fall with it.
 */
export async function onCall<T>(
  lines: Timelines,
  call: Call,
  command: (tx: Tx, hand: Hand, now: Instant) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  await lines.advance(call.merchantId);
  let facts: readonly TimelineFact[] = [];
  const result = await call.write(async (tx): Promise<T | Refusal> => {
    const answer = await inHand(tx, lines, call.merchantId, command);
    if (isRefusal(answer)) return answer;
    facts = answer.facts;
    return answer.result;
  });
  lines.tell(call.merchantId, facts);
  return result;
}
