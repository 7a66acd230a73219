import { createReadStream } from 'node:fs';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { type CsvRow, rowSplitter } from './split-rows';

/** A piece of a file: its rows, and how many bytes have been read so far. */
export interface CsvPart {
  readonly rows: readonly CsvRow[];
  readonly bytes: number;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const PIECE_BYTES = 256 * 1024;

/**
 * Reads a CSV file piece by piece, the header among the rows. Refuses what is no text and what is no CSV. The event loop gets its turn
 * between the pieces, so a long file holds up nobody.
 */
export async function readCsv(file: string, take: Take): Promise<Refusal | undefined> {
  const encoding = await encodingOf(file);
  if (isRefusal(encoding)) return encoding;
  const end = await readPieces(file, new TextDecoder(encoding), take);
  return end === 'stop' ? undefined : end;
}

/** Answers `stop` when the rest of the file is of no interest. */
type Take = (part: CsvPart) => TakeResult | Promise<TakeResult>;
type TakeResult = Refusal | 'stop' | undefined;

async function readPieces(file: string, decoder: TextDecoder, take: Take): Promise<TakeResult> {
  const splitter = rowSplitter();
  let bytes = 0;
  const pass = async (rows: ReturnType<typeof splitter.push>) => (isRefusal(rows) ? rows : take({ rows, bytes }));
  for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
    bytes += (piece as Buffer).length;
    const end = await pass(splitter.push(decoder.decode(piece as Buffer, { stream: true })));
    if (end) return end;
  }
  return (await pass(splitter.push(decoder.decode()))) ?? (await pass(splitter.end()));
}

/** UTF-8, UTF-16 with its mark, or what a Chinese spreadsheet saves; anything else is not text. */
async function encodingOf(file: string): Promise<Encoding | Refusal<'not-a-csv'>> {
  const candidates = new Map<Encoding, TextDecoder>([
    ['utf-8', new TextDecoder('utf-8', { fatal: true })],
    ['gb18030', new TextDecoder('gb18030', { fatal: true })],
  ]);
  let isFirst = true;
  for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
    const bytes = piece as Buffer;
    if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
    if (isFirst && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
    isFirst = false;
    if (bytes.includes(0)) return refuse('not-a-csv');
    for (const [encoding, decoder] of candidates) if (!decodes(decoder, bytes)) candidates.delete(encoding);
    if (candidates.size === 0) return refuse('not-a-csv');
  }
  return candidates.has('utf-8') ? 'utf-8' : 'gb18030';
}

function decodes(decoder: TextDecoder, bytes: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
