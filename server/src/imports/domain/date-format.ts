import {
  daysInMonth,
  type Instant,
  isRefusal,
  parseInstant,
  type Refusal,
  refuse,
  type WallTime,
  type Zone,
} from '@fenrun/kernel';

/** Reads the instants of a file. */
export type ReadDate = (text: string) => Instant | Refusal<'invalid-date'>;

interface Token {
  readonly pattern: string;
  readonly part?: Part;
}
type Part =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'monthName'
  | 'day'
  | 'hour'
  | 'hour12'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'half'
  | 'offset';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The letters of a format, longest first. */
const TOKENS: Readonly<Record<string, Token>> = {
  yyyy: { pattern: '(\\d{4})', part: 'year' },
  yy: { pattern: '(\\d{2})', part: 'shortYear' },
  MMMM: { pattern: '([A-Za-z]{3,9})', part: 'monthName' },
  MMM: { pattern: '([A-Za-z]{3,9})\\.?', part: 'monthName' },
  MM: { pattern: '(\\d{2})', part: 'month' },
  M: { pattern: '(\\d{1,2})', part: 'month' },
  dd: { pattern: '(\\d{2})', part: 'day' },
  d: { pattern: '(\\d{1,2})', part: 'day' },
  HH: { pattern: '(\\d{2})', part: 'hour' },
  H: { pattern: '(\\d{1,2})', part: 'hour' },
  hh: { pattern: '(\\d{2})', part: 'hour12' },
  h: { pattern: '(\\d{1,2})', part: 'hour12' },
  mm: { pattern: '(\\d{2})', part: 'minute' },
  m: { pattern: '(\\d{1,2})', part: 'minute' },
  ss: { pattern: '(\\d{2})', part: 'second' },
  s: { pattern: '(\\d{1,2})', part: 'second' },
  SSS: { pattern: '(\\d{1,9})', part: 'fraction' },
  a: { pattern: '([AaPp])\\.?[Mm]\\.?', part: 'half' },
  XXX: { pattern: '(Z|[+-]\\d{2}:?\\d{2})', part: 'offset' },
};

/** The forms that are read when no format is given: RFC 3339, or a wall time in the zone. */
const PLAIN_FORMATS = [
  'yyyy-MM-dd HH:mm:ss',
  "yyyy-MM-dd'T'HH:mm:ss",
  'yyyy-MM-dd HH:mm',
  "yyyy-MM-dd'T'HH:mm",
  'yyyy-MM-dd',
  'yyyy/M/d H:mm:ss',
  'yyyy/M/d H:mm',
  'yyyy/M/d',
];

/** Distinct texts that are remembered: the rows of an order share theirs. */
const REMEMBERED = 50_000;

/**
 * A reader of dates in a format (`yyyy-MM-dd HH:mm:ss`, `d/M/yy H:mm`, `MMM d, yyyy h:mm a`; text in single quotes stands for itself) and a zone. Refuses days and times that do not exist.
 * Where clocks are set back the earlier instant is meant; in the gap where they are set forward, the time after it.
 */
export function dateReader(format: string | undefined, zone: Zone): ReadDate | Refusal<'invalid-date-format'> {
  const read = format === undefined ? plainReader(zone) : formatReader(format, zone);
  if (isRefusal(read)) return read;
  const known = new Map<string, ReturnType<ReadDate>>();
  return (text) => {
    let instant = known.get(text);
    if (instant === undefined) {
      instant = read(text.trim());
      if (known.size > REMEMBERED) known.clear();
      known.set(text, instant);
    }
    return instant;
  };
}

function plainReader(zone: Zone): ReadDate {
  const readers = PLAIN_FORMATS.map((format) => formatReader(format, zone) as ReadDate);
  return (text) => {
    const instant = parseInstant(text);
    if (!isRefusal(instant)) return instant;
    for (const read of readers) {
      const found = read(text);
      if (!isRefusal(found)) return found;
    }
    return refuse('invalid-date');
  };
}

function formatReader(format: string, zone: Zone): ReadDate | Refusal<'invalid-date-format'> {
  const parts: Part[] = [];
  let pattern = '';
  for (const [piece] of format.matchAll(/'[^']*'|([A-Za-z])\1*|[^A-Za-z']+|'/g)) {
    const token = Object.hasOwn(TOKENS, piece) ? TOKENS[piece] : undefined;
    if (token) {
      pattern += token.pattern;
      if (token.part) parts.push(token.part);
    } else if (/^[A-Za-z]/.test(piece) || piece === "'") {
      return refuse('invalid-date-format', { format, at: piece });
    } else {
      pattern += literally(piece.startsWith("'") ? piece.slice(1, -1) : piece);
    }
  }
  const hasDay =
    (parts.includes('year') || parts.includes('shortYear')) &&
    (parts.includes('month') || parts.includes('monthName')) &&
    parts.includes('day');
  if (!hasDay || new Set(parts).size !== parts.length) return refuse('invalid-date-format', { format });
  const expression = new RegExp(`^${pattern}$`);
  return (text) => {
    const match = expression.exec(text);
    return match ? instantOf(parts, match, zone) : refuse('invalid-date');
  };
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/ +/g, ' +');

function instantOf(parts: readonly Part[], match: RegExpExecArray, zone: Zone): Instant | Refusal<'invalid-date'> {
  const given = new Map(parts.map((part, index) => [part, match[index + 1] as string]));
  const wall = wallOf(given);
  if (!wall) return refuse('invalid-date');
  const fraction = Number((given.get('fraction') ?? '0').padEnd(3, '0').slice(0, 3));
  const offset = given.get('offset');
  if (offset === undefined) return zone.instantOf(wall) + fraction;
  const two = (value: number) => String(value).padStart(2, '0');
  const colon = offset === 'Z' || offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  const text = `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}${colon}`;
  const instant = parseInstant(text);
  return isRefusal(instant) ? refuse('invalid-date') : instant + fraction;
}

function wallOf(given: ReadonlyMap<Part, string>): WallTime | undefined {
  const number = (part: Part) => Number(given.get(part) ?? 0);
  const year = given.has('year') ? number('year') : 2000 + number('shortYear');
  const name = given.get('monthName');
  const month = name === undefined ? number('month') : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const day = number('day');
  const hour = hourOf(given);
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour === undefined || hour > 23 || number('minute') > 59 || number('second') > 59) return undefined;
  return { year, month, day, hour, minute: number('minute'), second: number('second') };
}

function hourOf(given: ReadonlyMap<Part, string>): number | undefined {
  if (!given.has('hour12')) return Number(given.get('hour') ?? 0);
  const hour = Number(given.get('hour12'));
  const half = given.get('half')?.toLowerCase();
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
