import type { Clock } from '../foundation/clock';
import type { Database } from '../foundation/db';
import { cleanIdempotencyKeys } from '../foundation/http';
import type { Log } from '../foundation/log';
import { cleanSessions } from '../modules/identity';
import { forgetDeliveries } from './sales-webhook';

const EVERY_MS = 10 * 60_000;

/** Steps of one cleaning at most, so that it ends. */
const STEPS_AT_MOST = 50;

/** Removes what has expired, every ten minutes: sessions, tokens and idempotency keys by real time, deliveries by business time. */
export function cleaning(db: Database, clock: Clock, log: Log): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    last = clean(db, clock).catch((error: unknown) => log.error('cleaning failed', { error }));
  }, EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
}

async function clean(db: Database, clock: Clock): Promise<void> {
  const steps = [
    () => cleanIdempotencyKeys(db, Date.now()),
    () => cleanSessions(db, Date.now()),
    () => forgetDeliveries(db, clock.now()),
  ];
  for (const step of steps) {
    for (let count = 0; count < STEPS_AT_MOST; count += 1) {
      if ((await step()) === 0) break;
    }
  }
}
