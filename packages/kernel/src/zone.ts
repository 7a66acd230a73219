import { type Refusal, refuse } from './refusal';

/** An instant as epoch milliseconds. Order and equality of instants are those of the numbers. */
export type Instant = number;

export const DAY_MS = 86_400_000;

/** The beginning and the end of time, for windows that are open on a side. */
export const BEGINNING: Instant = -8_640_000_000_000_000;
export const FOREVER: Instant = 8_640_000_000_000_000;

/** A calendar day `yyyy-MM-dd`, without a zone. */
export type Day = string;

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:([Zz])|([+-])(\d{2}):(\d{2}))$/;

/** Parses RFC 3339 with an offset. Refuses dates that do not exist; digits beyond milliseconds are cut. */
export function parseInstant(text: string): Instant | Refusal<'invalid-instant'> {
  const m = INSTANT.exec(text);
  if (!m) return refuse('invalid-instant');
  const [year, month, day, hour, minute, second] = m.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!dayExists(year, month, day) || hour > 23 || minute > 59 || second > 59) return refuse('invalid-instant');
  const offset = m[8] ? 0 : (m[9] === '-' ? -1 : 1) * (Number(m[10]) * 60 + Number(m[11]));
  if (Number(m[10] ?? 0) > 23 || Number(m[11] ?? 0) > 59) return refuse('invalid-instant');
  const ms = Number((m[7] ?? '').padEnd(3, '0').slice(0, 3));
  return utc(year, month, day, hour, minute, second, ms) - offset * 60_000;
}

/** Writes an instant as RFC 3339 in UTC with milliseconds. */
export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** Parses `yyyy-MM-dd`; refuses days that do not exist. */
export function parseDay(text: string): Day | Refusal<'invalid-day'> {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!m || !dayExists(Number(m[1]), Number(m[2]), Number(m[3]))) return refuse('invalid-day');
  return text;
}

function dayExists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number of days of a month (1–12) of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function utc(y: number, mo: number, d: number, h = 0, mi = 0, s = 0, ms = 0): number {
  const date = new Date(Date.UTC(2000, mo - 1, 1, h, mi, s, ms));
  date.setUTCFullYear(y, mo - 1, d);
  return date.getTime();
}

export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** An IANA time zone with the arithmetic that windows, resets and reports need. */
export interface Zone {
  readonly name: string;
  /** Minutes east of UTC at the instant. */
  offsetAt(instant: Instant): number;
  wallAt(instant: Instant): WallTime;
  dayAt(instant: Instant): Day;
  /** The first instant of a day there: midnight, or the end of the gap where midnight does not exist. */
  startOfDay(day: Day): Instant;
  /** The instant of a wall time; in a gap the time after it, in an overlap the earlier one. */
  instantOf(wall: WallTime): Instant;
}

const zones = new Map<string, Zone>();

/** Whether the runtime knows the zone. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The zone of that IANA name; throws for a name that `isZone` denies. */
export function zone(name: string): Zone {
  const found = zones.get(name) ?? makeZone(name);
  zones.set(name, found);
  return found;
}

const HOUR_MS = 3_600_000;

function makeZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    era: 'short',
  });
  // Offsets change on the quarter hour at the earliest, so one answer serves a quarter of an hour.
  const cache = new Map<number, number>();
  const offsetAt = (instant: Instant): number => {
    const slot = Math.floor(instant / 900_000);
    let offset = cache.get(slot);
    if (offset === undefined) {
      if (cache.size > 20_000) cache.clear();
      offset = readOffset(format, slot * 900_000);
      cache.set(slot, offset);
    }
    return offset;
  };
  const instantOf = (wall: WallTime): Instant => {
    const guess = utc(wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second);
    const before = offsetAt(guess - 14 * HOUR_MS);
    const after = offsetAt(guess + 14 * HOUR_MS);
    const fits = [before, after].map((o) => guess - o * 60_000).filter((i) => guess - offsetAt(i) * 60_000 === i);
    if (fits.length > 0) return Math.min(...fits);
    return guess - before * 60_000;
  };
  const wallAt = (instant: Instant): WallTime => {
    const at = new Date(instant + offsetAt(instant) * 60_000);
    return {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
    };
  };
  const startOfDay = (day: Day): Instant => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const midnight = instantOf({ year, month, day: date, hour: 0, minute: 0, second: 0 });
    return firstInstantOf(midnight, day, dayAt);
  };
  const dayAt = (instant: Instant): Day => {
    const wall = wallAt(instant);
    return formatDay(wall.year, wall.month, wall.day);
  };
  return { name, offsetAt, wallAt, dayAt, startOfDay, instantOf };
}

/** Where midnight falls into a gap, the day begins when the gap ends: found by bisecting the hours round the guess. */
function firstInstantOf(midnight: Instant, day: Day, dayAt: (instant: Instant) => Day): Instant {
  if (dayAt(midnight) === day && dayAt(midnight - 1) !== day) return midnight;
  let low = midnight - 3 * HOUR_MS;
  let high = midnight + 3 * HOUR_MS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayAt(middle) < day) low = middle;
    else high = middle;
  }
  return high;
}

export function formatDay(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function readOffset(format: Intl.DateTimeFormat, instant: Instant): number {
  const parts = Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]));
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const wall = utc(
    year,
    Number(parts['month']),
    Number(parts['day']),
    Number(parts['hour']),
    Number(parts['minute']),
    Number(parts['second']),
  );
  return Math.round((wall - Math.floor(instant / 1000) * 1000) / 60_000);
}

/** The day `count` days later (or earlier) in the calendar. */
export function addDays(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = new Date(utc(year, month, date) + count * DAY_MS);
  return formatDay(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}
