import { addDays } from '@fenrun/kernel';
import type { Language } from '../i18n/language';
import { dayIn, dayText, instantOf } from './time-format';

/** A window as people write it: two days of the merchant's calendar, both inclusive; null is open. */
export interface DayWindow {
  readonly from: string | null;
  readonly to: string | null;
}

/** A window as the API answers it: RFC 3339 instants, the end excluded. */
interface InstantWindow {
  readonly from: string | null;
  readonly to: string | null;
}

/** The days of a window. An end at midnight belongs to the day before; an end in the middle of a day is on that day. */
export function windowDays(window: InstantWindow, timezone: string): DayWindow {
  return {
    from: window.from === null ? null : dayIn(instantOf(window.from), timezone),
    to: window.to === null ? null : dayIn(instantOf(window.to) - 1, timezone),
  };
}

/**
 * The window to send. A last day becomes the next midnight; a side whose day was not touched keeps its exact instant,
 * so that what was ended at noon is not prolonged by editing something else.
 */
export function windowOf(days: DayWindow, before: InstantWindow | null, timezone: string): InstantWindow {
  const old = before ? windowDays(before, timezone) : null;
  return {
    from: old && before && old.from === days.from ? before.from : days.from,
    to: old && before && old.to === days.to ? before.to : days.to === null ? null : addDays(days.to, 1),
  };
}

/** 11月1日–11月12日, with years that are not the present one; `always` when neither side is set. */
export function windowText(days: DayWindow, language: Language, thisYear: string, always: string): string {
  const text = (day: string) => dayText(day, language, !day.startsWith(thisYear));
  if (days.from && days.to) return days.from === days.to ? text(days.from) : `${text(days.from)}–${text(days.to)}`;
  if (days.from) return language === 'zh' ? `${text(days.from)}起` : `from ${text(days.from)}`;
  if (days.to) return language === 'zh' ? `到${text(days.to)}` : `until ${text(days.to)}`;
  return always;
}
