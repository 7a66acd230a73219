import { isRefusal } from '@fenrun/kernel';
import type { DataSource } from 'typeorm';
import type { Dialect, Reader, Tx } from './sql';

/** The unit of work: every write of the product goes through `write`, every read outside one through `read`. */
export interface Database {
  readonly dialect: Dialect;
  /** For the cold paths and the migrations only. */
  readonly source: DataSource;
  readonly read: Reader;
  /**
   * Runs `work` in one transaction. A thrown error or a returned refusal rolls it back. A transaction that the database
   * gave up (deadlock, lock wait, certification) is run again from its beginning, so `work` must not touch anything else.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Everything as it was committed at this moment, for long reads; whoever asks must close it. */
  snapshot(): Promise<Snapshot>;
  close(): Promise<void>;
}

/** Reads that all see the same moment, whatever is written meanwhile. */
export interface Snapshot extends Reader {
  close(): Promise<void>;
}

/** How often a transaction that the database gave up is run again. */
const TRIES = 8;

/**
 * 1213 deadlock, 1205 lock wait timeout, 1020 record has changed (Galera), 1062 another transaction has just inserted what was looked
 * up and not found: the whole transaction again.
 */
const AGAIN = new Set([1213, 1205, 1020, 1062]);

/** What a dialect has to offer: one transaction, begun, ended and undone. */
export interface Session {
  readonly tx: Tx;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  release(): void;
}

/** Runs `work` in a session; shared by both dialects. */
export async function runInSession<T>(open: () => Promise<Session>, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const session = await open();
    try {
      const result = await work(session.tx);
      if (isRefusal(result)) await session.rollback();
      else await session.commit();
      return result;
    } catch (error) {
      await session.rollback().catch(() => undefined);
      if (attempt >= TRIES || !AGAIN.has((error as { errno?: number }).errno ?? 0)) throw error;
    } finally {
      session.release();
    }
    await new Promise((resolve) => setTimeout(resolve, 5 * attempt));
  }
}

/** Collects what is to run after COMMIT. */
export function afterCommitList(): { add(work: () => void): void; runAll(): void } {
  const list: (() => void)[] = [];
  return {
    add: (work) => void list.push(work),
    runAll: () => {
      for (const work of list) work();
    },
  };
}
