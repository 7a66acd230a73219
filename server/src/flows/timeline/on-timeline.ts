import { type Instant, isRefusal, type Refusal } from '@fenrun/kernel';
import type { Tx } from '../../foundation/db';
import type { Timelines } from './advance';
import type { Hand, TimelineFact } from './hand';
import { openHand } from './load-hand';
import { lockTimeline, saveTimeline } from './run-batch';
import { saveHand } from './save-hand';

/**
 * Runs a person's command on a merchant's timeline: first everything that is due by now, then the command, under the
 * merchant's lock, in one transaction. A refusal changes nothing.
 */
export async function onTimeline<T>(
  lines: Timelines,
  merchantId: string,
  command: (tx: Tx, hand: Hand, now: Instant) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  await lines.advance(merchantId);
  let facts: readonly TimelineFact[] = [];
  const result = await lines.db.write(async (tx) => {
    facts = [];
    const answer = await inHand(tx, lines, merchantId, command);
    if (isRefusal(answer)) return answer;
    facts = answer.facts;
    return answer.result as T;
  });
  lines.tell(merchantId, facts);
  return result;
}

/** The same inside a transaction that the caller has opened, for stories that write elsewhere too; `advance` comes before it. */
export async function inHand<T>(
  tx: Tx,
  lines: Timelines,
  merchantId: string,
  command: (tx: Tx, hand: Hand, now: Instant) => Promise<T | Refusal>,
): Promise<{ result: T; facts: readonly TimelineFact[] } | Refusal> {
  const timeline = await lockTimeline(tx, merchantId);
  const now = Math.max(lines.clock.now(), timeline.at);
  const hand = await openHand(tx, timeline, now, lines.db);
  hand.timeline.at = now;
  const result = await command(tx, hand, now);
  if (isRefusal(result)) return result;
  await saveHand(tx, hand);
  await saveTimeline(tx, hand.timeline);
  return { result: result as T, facts: hand.written.facts };
}
