import type { Instant } from '@fenrun/kernel';
import type { Clock } from '../../foundation/clock';
import type { Database } from '../../foundation/db';
import type { TimelineFact } from './hand';
import { BATCH_LIMITS, type BatchLimits, runBatch } from './run-batch';

/** Batches in one call at most; a year of a large shop is far below. */
const BATCHES_AT_MOST = 1_000_000;

/** The name under which the timelines stand in the container. */
export const TIMELINES = 'timelines';

export type FactListener = (merchantId: string, facts: readonly TimelineFact[]) => void;

/** The timelines of a database: they are worked by the worker as things are recorded, and before every decision of a person. */
export interface Timelines {
  /** Works a merchant's timeline up to an instant (by default the present). Answers how many events were worked. */
  advance(merchantId: string, until?: Instant): Promise<number>;
  readonly db: Database;
  readonly clock: Clock;
  /** Tells what happened, after it was committed. */
  onFacts(listener: FactListener): void;
  tell(merchantId: string, facts: readonly TimelineFact[]): void;
}

export function timelines(db: Database, clock: Clock, limits: BatchLimits = BATCH_LIMITS): Timelines {
  const listeners: FactListener[] = [];
  const tell: FactListener = (merchantId, facts) => {
    if (facts.length > 0) for (const listener of listeners) listener(merchantId, facts);
  };
  return {
    db,
    clock,
    tell,
    onFacts: (listener) => void listeners.push(listener),
    advance: async (merchantId, until = clock.now()) => {
      let events = 0;
      for (let batch = 0; batch < BATCHES_AT_MOST; batch += 1) {
        const result = await db.write((tx) =>
          runBatch(tx, merchantId, { until, present: clock.now(), origin: db, limits }),
        );
        events += result.events;
        tell(merchantId, result.facts);
        if (!result.isMore) break;
      }
      return events;
    },
  };
}
