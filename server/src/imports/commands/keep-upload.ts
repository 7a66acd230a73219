import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { readCsv } from '../../foundation/csv';

/** The largest file: a million rows of orders are about half of it. */
const BYTES_AT_MOST = 256 * 1024 * 1024;

/** Rows that are shown of a file, and the length of their cells. */
const SAMPLE_ROWS = 5;
const SAMPLE_CELL = 200;
const COLUMNS_AT_MOST = 200;

/** A file that was uploaded and can be read. */
export interface KeptUpload {
  readonly bytes: number;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

export const uploadPath = (dataDir: string, merchantId: string, id: string): string =>
  join(dataDir, 'imports', merchantId, `${id}.csv`);

/** Writes an upload to its file while it comes, and reads its header; what is no CSV is refused and leaves nothing behind. */
export async function keepUpload(upload: Readable, file: string): Promise<KeptUpload | Refusal> {
  await mkdir(dirname(file), { recursive: true });
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > BYTES_AT_MOST) done(new TooLarge());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(upload, counting, createWriteStream(file));
    const read = await readSample(file);
    if (!isRefusal(read)) return { bytes, ...read };
    await rm(file, { force: true });
    return read;
  } catch (error) {
    await rm(file, { force: true });
    if (error instanceof TooLarge) return refuse('file-too-large', { megabytes: BYTES_AT_MOST / 1024 / 1024 });
    throw error;
  }
}

class TooLarge extends Error {}

async function readSample(file: string): Promise<Pick<KeptUpload, 'header' | 'sample'> | Refusal> {
  const rows: string[][] = [];
  const refused = await readCsv(file, (part) => {
    for (const { cells } of part.rows) {
      if (rows.length <= SAMPLE_ROWS)
        rows.push(cells.slice(0, COLUMNS_AT_MOST).map((cell) => cell.slice(0, SAMPLE_CELL)));
    }
    return rows.length > SAMPLE_ROWS ? 'stop' : undefined;
  });
  if (refused) return refused;
  const [header, ...sample] = rows;
  if (!header || sample.length === 0) return refuse('empty-file');
  return header.length < 2 ? refuse('not-a-csv') : { header, sample };
}
