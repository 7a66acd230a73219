import type { Clock } from '../../foundation/clock';
import { type Database, find, update } from '../../foundation/db';
import type { Log } from '../../foundation/log';
import { zoneOfMerchant } from '../../modules/plans';
import { backTest, type Progress } from './back-test';
import { dropOld, dropSums, keepSums, totalsOf } from './keep-back-test';
import { type BackTestRow, backTestTable } from './store/back-test.row';

/** The name under which the runner stands in the container. */
export const BACK_TESTS = 'backTests';

/** Runs back-tests one after another beside the answering of requests. */
export interface BackTestRunner {
  /** Puts it at the end of the queue; the job's row says how far it is. Who cancels it writes that into the row. */
  begin(job: BackTestRow): void;
  /** Marks what a process left behind as broken off. */
  recover(): Promise<void>;
  /** Breaks off what runs and waits for it. */
  stop(): Promise<void>;
}

/** How often progress is written down, in milliseconds of real time. A cancelled test ends as soon. */
const PROGRESS_EVERY_MS = 300;

class ShuttingDown extends Error {}
class Cancelled extends Error {}

export function backTestRunner(db: Database, clock: Clock, log: Pick<Log, 'error'>): BackTestRunner {
  let last: Promise<void> = Promise.resolve();
  let isStopped = false;
  const run = async (job: BackTestRow) => {
    if (isStopped) throw new ShuttingDown();
    await change(db, job, 'waiting', { state: 'running' });
    const window = { from: job.fromAt, to: job.toAt };
    const result = await backTest(
      db,
      job.merchantId,
      job.drafts,
      window,
      progressOf(db, job, () => isStopped),
    );
    await keepSums(db, job, result, window, await zoneOfMerchant(db.read, job.merchantId));
    await change(db, job, 'running', {
      ...{ state: 'done', done: result.sales, total: result.sales },
      ...{ result: totalsOf(result), finishedAt: clock.now() },
    });
    await dropOld(db, job.merchantId);
  };
  const breakOff = async (job: BackTestRow, error: unknown) => {
    await dropSums(db, job);
    if (error instanceof Cancelled) return;
    const isExpected = error instanceof ShuttingDown;
    if (!isExpected) log.error('a back-test failed', { merchantId: job.merchantId, job: job.id, error });
    await fail(db, job, isExpected ? 'shutting-down' : 'internal', clock.now());
  };
  return {
    begin: (job) => {
      last = last
        .then(() => run(job))
        .catch((error: unknown) => breakOff(job, error))
        .catch((error: unknown) => log.error('a back-test could not be marked as failed', { job: job.id, error }));
    },
    recover: async () => {
      for (const job of await find(db.read, backTestTable, "state IN ('waiting', 'running')")) {
        await dropSums(db, job);
        await fail(db, job, 'shutting-down', clock.now());
      }
    },
    stop: () => {
      isStopped = true;
      return last;
    },
  };
}

/** Changes a job that is still in a state; one that is no longer was cancelled. */
async function change(db: Database, job: BackTestRow, from: BackTestRow['state'], to: Partial<BackTestRow>) {
  const key = [job.merchantId, job.id, from];
  const changed = await db.write((tx) =>
    update(tx, backTestTable, to, 'merchant_id = ? AND id = ? AND state = ?', key),
  );
  if (changed === 0) throw new Cancelled();
}

async function fail(db: Database, { merchantId, id }: BackTestRow, problem: string, finishedAt: number): Promise<void> {
  const where = "merchant_id = ? AND id = ? AND state IN ('waiting', 'running')";
  const to = { state: 'failed' as const, problem, finishedAt };
  await db.write((tx) => update(tx, backTestTable, to, where, [merchantId, id]));
}

function progressOf(db: Database, job: BackTestRow, isStopped: () => boolean): Progress {
  let toldAt = 0;
  return async (done, total) => {
    if (isStopped()) throw new ShuttingDown();
    if (Date.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = Date.now();
    await change(db, job, 'running', { done, total });
  };
}
