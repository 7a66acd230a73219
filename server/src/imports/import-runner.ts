import type { Timelines } from '../flows/timeline/advance';
import { update } from '../foundation/db';
import type { Log } from '../foundation/log';
import { type ImportOwner, ImportStopped, runImport } from './commands/run-import';
import { type ImportJobRow, importJobTable } from './store/import-job.row';

/** The name under which the runner stands in the container. */
export const IMPORTS = 'imports';

/** Runs imports beside the answering of requests, one a merchant at a time. */
export interface ImportRunner {
  readonly dataDir: string;
  /** Begins; the job's row says how far it is. */
  begin(job: ImportJobRow, owner: ImportOwner, file: string, isDryRun: boolean): void;
  /** Breaks off what runs and waits for it. */
  stop(): Promise<void>;
}

export function importRunner(lines: Timelines, dataDir: string, log: Pick<Log, 'error'>): ImportRunner {
  const running = new Map<string, Promise<void>>();
  let isStopped = false;
  return {
    dataDir,
    begin: (job, owner, file, isDryRun) => {
      const { merchantId } = job;
      const before = running.get(merchantId) ?? Promise.resolve();
      const now = before
        .then(() => runImport(lines, job, owner, file, isDryRun, () => isStopped))
        .catch((error: unknown) => breakOff(lines, job, error, log))
        .finally(() => {
          if (running.get(merchantId) === now) running.delete(merchantId);
        });
      running.set(merchantId, now);
    },
    stop: async () => {
      isStopped = true;
      await Promise.all(running.values());
    },
  };
}

async function breakOff(
  { db, clock }: Timelines,
  { merchantId, id }: ImportJobRow,
  error: unknown,
  log: Pick<Log, 'error'>,
): Promise<void> {
  const isExpected = error instanceof ImportStopped;
  if (!isExpected) log.error('an import failed', { merchantId, job: id, error });
  const change = {
    state: 'failed' as const,
    problem: isExpected ? 'shutting-down' : 'internal',
    finishedAt: clock.now(),
  };
  await db.write((tx) => update(tx, importJobTable, change, 'merchant_id = ? AND id = ?', [merchantId, id]));
}
