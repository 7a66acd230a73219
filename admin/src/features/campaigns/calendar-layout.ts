import { formatDay, zone } from '@fenrun/kernel';

/** A month of the calendar, as `YYYY-MM`. */
export type Month = string;

export const monthOf = (day: string): Month => day.slice(0, 7);

export function monthsLater(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + (number - 1) + count;
  return formatDay(Math.floor(months / 12), (months % 12) + 1, 1).slice(0, 7);
}

/** The stretch of time that the calendar shows: so many whole months of the merchant's zone. */
export interface CalendarSpan {
  readonly months: readonly Month[];
  /** The first instant of each month, and of the one after the last. */
  readonly starts: readonly number[];
  readonly from: number;
  readonly to: number;
}

export function calendarSpan(first: Month, count: number, timezone: string): CalendarSpan {
  const months = Array.from({ length: count }, (_, index) => monthsLater(first, index));
  const starts = [...months, monthsLater(first, count)].map((month) => zone(timezone).startOfDay(`${month}-01`));
  return { months, starts, from: starts[0] ?? 0, to: starts[count] ?? 0 };
}

/** How far into the span an instant is, from 0 to 1. */
export const placeIn = (span: CalendarSpan, instant: number): number =>
  Math.min(1, Math.max(0, (instant - span.from) / (span.to - span.from)));

export interface Window {
  readonly id: string;
  readonly name: string;
  /** Null is without beginning or end. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

export interface PlacedBar {
  readonly id: string;
  /** Parts of the span's width. */
  readonly left: number;
  readonly width: number;
  readonly lane: number;
  readonly beginsBefore: boolean;
  readonly endsAfter: boolean;
  /** Where its name has room: in the bar, right of it, or left of it at the span's end. */
  readonly label: 'inside' | 'after' | 'before';
}

/** What a name takes in pixels: Chinese signs are as wide as high, others about half. */
export function nameWidth(name: string): number {
  let width = 20;
  for (const sign of name) width += sign.charCodeAt(0) > 0x2e80 ? 13 : 7.5;
  return width;
}

/** Bars of the windows that meet the span, in as few lanes as keep bars and their names apart; the earliest first. */
export function placeBars(windows: readonly Window[], span: CalendarSpan, widthPx: number): readonly PlacedBar[] {
  const inSpan = windows
    .map((window) => ({
      window,
      from: window.fromMs ?? Number.NEGATIVE_INFINITY,
      to: window.toMs ?? Number.POSITIVE_INFINITY,
    }))
    .filter(({ from, to }) => from < span.to && to > span.from)
    .sort((a, b) => Math.max(a.from, span.from) - Math.max(b.from, span.from) || b.to - a.to);
  const laneEnds: number[] = [];
  return inSpan.map(({ window, from, to }) => {
    const left = placeIn(span, Math.max(from, span.from));
    const right = placeIn(span, Math.min(to, span.to));
    const own = (right - left) * widthPx;
    const wanted = nameWidth(window.name);
    const label = own >= wanted ? 'inside' : right * widthPx + wanted <= widthPx ? 'after' : 'before';
    const start = left * widthPx - (label === 'before' ? wanted : 0);
    const end = right * widthPx + (label === 'after' ? wanted : 0);
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= start);
    const lane = free < 0 ? laneEnds.length : free;
    laneEnds[lane] = end + 4;
    return {
      id: window.id,
      left,
      width: right - left,
      lane,
      beginsBefore: from < span.from,
      endsAfter: to > span.to,
      label,
    };
  });
}
