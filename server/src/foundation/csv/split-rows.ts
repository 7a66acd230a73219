import { type Refusal, refuse } from '@fenrun/kernel';

/** One row of a file. `number` counts as a spreadsheet does: the header is 1, empty rows count, quoted line ends do not. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Splits text that comes in pieces into rows. A refusal ends the reading. */
export interface RowSplitter {
  push(text: string): CsvRow[] | Refusal<'malformed-csv'>;
  end(): CsvRow[] | Refusal<'malformed-csv'>;
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The longest row; a quote that is never closed ends here and not in memory. */
const ROW_AT_MOST = 1_048_576;

const QUOTE = '"';
const LINE_END = '\n';

/** RFC 4180 and its relatives: LF or CRLF, quotes, and the delimiter that the first line shows (or Excel's `sep=`). */
export function rowSplitter(): RowSplitter {
  let rest = '';
  let number = 0;
  let delimiter = '';

  const take = (isLast: boolean): CsvRow[] | Refusal<'malformed-csv'> => {
    const rows: CsvRow[] = [];
    let at = 0;
    let quoteAt = rest.indexOf(QUOTE);
    while (at < rest.length) {
      if (!delimiter) {
        const first = firstLine(rest, at, isLast);
        if (first === undefined) break;
        if (first.skipTo !== undefined) {
          at = first.skipTo;
          number += 1;
        }
        delimiter = first.delimiter;
        continue;
      }
      if (quoteAt >= 0 && quoteAt < at) quoteAt = rest.indexOf(QUOTE, at);
      const endAt = rest.indexOf(LINE_END, at);
      const isPlain = quoteAt < 0 || (endAt >= 0 && quoteAt > endAt);
      const row = isPlain ? plainRow(rest, at, endAt, delimiter, isLast) : quotedRow(rest, at, delimiter, isLast);
      if (!row) break;
      number += 1;
      at = row.next;
      if (row.cells.some((cell) => cell !== '')) rows.push({ number, cells: row.cells });
    }
    rest = rest.slice(at);
    if (rest.length > ROW_AT_MOST || (isLast && rest !== '')) return refuse('malformed-csv', { row: number + 1 });
    return rows;
  };

  return {
    push: (text) => {
      rest += text;
      return take(false);
    },
    end: () => take(true),
  };
}

interface Taken {
  readonly cells: readonly string[];
  readonly next: number;
}

/** A row without quotes: cut at the delimiter. */
function plainRow(text: string, at: number, endAt: number, delimiter: string, isLast: boolean): Taken | undefined {
  if (endAt < 0 && !isLast) return undefined;
  const end = endAt < 0 ? text.length : endAt;
  const line = text.slice(at, end > at && text[end - 1] === '\r' ? end - 1 : end);
  return { cells: line.split(delimiter), next: endAt < 0 ? end : endAt + 1 };
}

/** A row with a quote somewhere: walked cell by cell. Undefined if its end has not come yet. */
function quotedRow(text: string, from: number, delimiter: string, isLast: boolean): Taken | undefined {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === QUOTE ? quotedCell(text, at, isLast) : { value: '', next: at };
    if (!cell) return undefined;
    const endAt = cellEnd(text, cell.next, delimiter);
    if (endAt >= text.length && !isLast) return undefined;
    const tail = text.slice(cell.next, endAt);
    const endsRow = text[endAt] !== delimiter;
    cells.push(cell.value + (endsRow && tail.endsWith('\r') ? tail.slice(0, -1) : tail));
    at = endAt + 1;
    if (endsRow) return { cells, next: Math.min(at, text.length) };
  }
}

/** The value between quotes, doubled ones undone; undefined if the closing quote has not come, or could still be a doubled one. */
function quotedCell(text: string, from: number, isLast: boolean): { value: string; next: number } | undefined {
  let value = '';
  let at = from + 1;
  for (;;) {
    const closing = text.indexOf(QUOTE, at);
    if (closing < 0 || (closing + 1 >= text.length && !isLast)) return undefined;
    value += text.slice(at, closing);
    if (text[closing + 1] !== QUOTE) return { value, next: closing + 1 };
    value += QUOTE;
    at = closing + 2;
  }
}

function cellEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== LINE_END) at += 1;
  return at;
}

/** What the first line that is not empty says of the delimiter; undefined if it has not come whole. */
function firstLine(text: string, at: number, isLast: boolean): { delimiter: string; skipTo?: number } | undefined {
  const endAt = text.indexOf(LINE_END, at);
  if (endAt < 0 && !isLast) return undefined;
  const line = text.slice(at, endAt < 0 ? text.length : endAt).replace(/\r$/, '');
  const next = endAt < 0 ? text.length : endAt + 1;
  if (line.trim() === '') return { delimiter: '', skipTo: next };
  const told = /^sep=(.)$/i.exec(line);
  if (told) return { delimiter: told[1] as string, skipTo: next };
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return { delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))] as string };
}
