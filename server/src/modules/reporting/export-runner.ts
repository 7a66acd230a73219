import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isRefusal, type Zone } from '@fenrun/kernel';
import type { Clock } from '../../foundation/clock';
import { type Database, find, update } from '../../foundation/db';
import type { Log } from '../../foundation/log';
import type { CommissionFilter } from '../commission';
import { exportCommissions } from './queries/export-commissions';
import { type ExportJobRow, exportJobTable } from './store/export-job.row';

/** The name under which the runner stands in the container. */
export const EXPORTS = 'exports';

/** Writes exports one after another beside the answering of requests. */
export interface ExportRunner {
  begin(job: ExportJobRow, currency: string, zone: Zone): void;
  fileOf(job: Pick<ExportJobRow, 'merchantId' | 'id'>): string;
  /** Marks what a process left behind as failed. */
  recover(): Promise<void>;
  /** Breaks off what runs and waits for it. */
  stop(): Promise<void>;
}

const PROGRESS_EVERY_MS = 500;

class ExportStopped extends Error {}

export function exportRunner(db: Database, clock: Clock, dataDir: string, log: Pick<Log, 'error'>): ExportRunner {
  let last: Promise<void> = Promise.resolve();
  let isStopped = false;
  const change = ({ merchantId, id }: Pick<ExportJobRow, 'merchantId' | 'id'>, to: Partial<ExportJobRow>) =>
    db.write((tx) => update(tx, exportJobTable, to, 'merchant_id = ? AND id = ?', [merchantId, id]));
  const fileOf: ExportRunner['fileOf'] = ({ merchantId, id }) => join(dataDir, 'exports', merchantId, `${id}.csv`);
  const run = async (job: ExportJobRow, currency: string, zone: Zone) => {
    await change(job, { state: 'running' });
    const written = await writeFile(db, job, fileOf(job), currency, zone, async (rowsWritten, bytes) => {
      if (isStopped) throw new ExportStopped();
      await change(job, { rowsWritten, bytes });
    });
    await change(job, { state: 'done', ...written, finishedAt: clock.now() });
  };
  return {
    fileOf,
    begin: (job, currency, zone) => {
      last = last
        .then(() => run(job, currency, zone))
        .catch(async (error: unknown) => {
          if (!(error instanceof ExportStopped)) log.error('an export failed', { job: job.id, error });
          await change(job, { state: 'failed', finishedAt: clock.now() });
        });
    },
    recover: async () => {
      for (const job of await find(db.read, exportJobTable, "state IN ('waiting', 'running')"))
        await change(job, { state: 'failed', finishedAt: clock.now() });
    },
    stop: () => {
      isStopped = true;
      return last;
    },
  };
}

type Tell = (rowsWritten: number, bytes: number) => Promise<void>;

async function writeFile(
  db: Database,
  job: ExportJobRow,
  file: string,
  currency: string,
  zone: Zone,
  tell: Tell,
): Promise<{ rowsWritten: number; bytes: number }> {
  const pieces = await exportCommissions(db, {
    merchantId: job.merchantId,
    currency,
    zone,
    filter: job.filter as CommissionFilter,
    lang: job.lang,
  });
  if (isRefusal(pieces)) throw new Error(`the filter was refused: ${pieces.refused}`);
  await mkdir(dirname(file), { recursive: true });
  let rowsWritten = 0;
  let bytes = 0;
  let toldAt = 0;
  async function* texts() {
    for await (const { text, rows } of pieces as Exclude<typeof pieces, { refused: string }>) {
      rowsWritten = rows;
      bytes += Buffer.byteLength(text);
      if (Date.now() - toldAt > PROGRESS_EVERY_MS) {
        toldAt = Date.now();
        await tell(rowsWritten, bytes);
      }
      yield text;
    }
  }
  await pipeline(Readable.from(texts()), createWriteStream(file));
  return { rowsWritten, bytes };
}
