/**
 * The merchant's time zone as data from the server. WeChat's engines have no reliable zone tables, so the server sends the
 * offsets around now and the phone only adds minutes.
 */
export interface Zone {
  /** Ordered by `from`; the first holds for everything before it too. */
  offsets: readonly { from: number; minutes: number }[];
}

export const CHINA: Zone = { offsets: [{ from: 0, minutes: 480 }] };

/** Reads an RFC 3339 instant into epoch milliseconds. Written out because old iOS engines misread offsets in Date.parse. */
export function instantOf(text: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i.exec(text);
  if (!match) throw new Error(`not an instant: ${text}`);
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const millis = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  const utc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    millis,
  );
  return utc - offsetMinutes(offset ?? 'Z') * 60_000;
}

function offsetMinutes(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith('-') ? -minutes : minutes;
}

export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** Days since 1970-01-01 on the wall calendar: two instants are on the same day if these are equal. */
  dayNumber: number;
}

/** What a clock on the merchant's wall shows at an instant. */
export function wallTime(instant: number, zone: Zone): WallTime {
  const shifted = instant + minutesAt(instant, zone) * 60_000;
  const date = new Date(shifted);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    dayNumber: Math.floor(shifted / 86_400_000),
  };
}

function minutesAt(instant: number, zone: Zone): number {
  let minutes = zone.offsets[0]?.minutes ?? 0;
  for (const offset of zone.offsets) if (offset.from <= instant) minutes = offset.minutes;
  return minutes;
}
