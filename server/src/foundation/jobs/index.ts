import type { Instant } from '@fenrun/kernel';
import type { Log } from '../log';

/**
 * Work that becomes due by itself. The process looks at it once a second; the demo, which moves time, stops at each of its
 * instants.
 */
export interface DueWork {
  readonly name: string;
  /** The next instant at which something becomes due, or null; instants that have passed count as `after`. */
  nextDueAt(after: Instant): Promise<Instant | null>;
  /** Does everything that is due by an instant. Safe beside itself in another process. */
  runDue(until: Instant): Promise<unknown>;
}

const works = new WeakMap<object, Set<DueWork>>();

/** All work of an installation; `owner` is its clock. */
export function dueWorks(owner: object): ReadonlySet<DueWork> {
  return works.get(owner) ?? new Set();
}

/** Makes work known. Answers how to take it away again. */
export function addDueWork(owner: object, work: DueWork): () => void {
  const known = works.get(owner) ?? new Set();
  works.set(owner, known.add(work));
  return () => void known.delete(work);
}

/** How often work is looked at, in milliseconds of real time. */
const LOOK_EVERY_MS = 1_000;

/** Looks at work once a second until it is stopped; one look at a time, and a failed look is made again. */
export function workByTheClock(work: DueWork, clock: { now(): Instant }, log: Pick<Log, 'error'>): () => Promise<void> {
  let running: Promise<unknown> | null = null;
  const look = async () => {
    const now = clock.now();
    const next = await work.nextDueAt(now);
    if (next !== null && next <= now) await work.runDue(now);
  };
  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => log.error('due work failed', { work: work.name, error }))
      .finally(() => {
        running = null;
      });
  }, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
