import { zone } from '@fenrun/kernel';
import type { Language } from '../i18n/language';

const dayMs = 86_400_000;
/** A day further away than this is named with its year; a nearer one cannot be mistaken. */
const yearNamedFromMs = 300 * dayMs;
/** The calendar's parts of an instant in a zone, two digits each but the year. */
export interface ZonedParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

export function zonedParts(instantMs: number, timezone: string): ZonedParts {
  const wall = zone(timezone).wallAt(instantMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    year: String(wall.year),
    month: two(wall.month),
    day: two(wall.day),
    hour: two(wall.hour),
    minute: two(wall.minute),
    second: two(wall.second),
  };
}

export const instantOf = (value: string | number): number => (typeof value === 'number' ? value : Date.parse(value));

/** The day of an instant in a zone as YYYY-MM-DD. */
export const dayIn = (instantMs: number, timezone: string): string => zone(timezone).dayAt(instantMs);

/** For columns: 11-08 20:16, with the year only when it is not this one. */
export function columnTime(instantMs: number, timezone: string, nowMs: number): string {
  const at = zonedParts(instantMs, timezone);
  const now = zonedParts(nowMs, timezone);
  const year = at.year === now.year ? '' : `${at.year}-`;
  return `${year}${at.month}-${at.day} ${at.hour}:${at.minute}`;
}

export function fullTime(instantMs: number, timezone: string): string {
  const at = zonedParts(instantMs, timezone);
  return `${at.year}-${at.month}-${at.day} ${at.hour}:${at.minute}:${at.second}`;
}

/** 20:16 in the zone. */
export function clockTime(instantMs: number, timezone: string): string {
  const at = zonedParts(instantMs, timezone);
  return `${at.hour}:${at.minute}`;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 11月8日 or 8 Nov; a day string YYYY-MM-DD. `withYear` is for other years than the present one. */
export function dayText(day: string, language: Language, withYear = false): string {
  const [year = '', month = '1', date = '1'] = day.split('-');
  if (language === 'zh') return `${withYear ? `${year}年` : ''}${Number(month)}月${Number(date)}日`;
  return `${Number(date)} ${monthNames[Number(month) - 1]}${withYear ? ` ${year}` : ''}`;
}

export function dayOfInstant(instantMs: number, timezone: string, language: Language, nowMs: number): string {
  return dayText(dayIn(instantMs, timezone), language, Math.abs(instantMs - nowMs) > yearNamedFromMs);
}

export function weekdayText(instantMs: number, timezone: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: timezone,
    weekday: 'short',
  }).format(instantMs);
}

/** "3 分钟前" within a day, the column's time after that. */
export function relativeTime(instantMs: number, timezone: string, nowMs: number, language: Language): string {
  const past = nowMs - instantMs;
  if (past < 0 || past >= dayMs) return columnTime(instantMs, timezone, nowMs);
  const minutes = Math.floor(past / 60_000);
  if (minutes < 1) return language === 'zh' ? '刚刚' : 'just now';
  if (minutes < 60) return language === 'zh' ? `${minutes} 分钟前` : `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return language === 'zh' ? `${hours} 小时前` : `${hours} h ago`;
}

/** How long something lasts or waits: "1 天 23 小时", "20 小时", "41 秒". Only days need a second unit. */
export function durationText(ms: number, language: Language): string {
  const units = language === 'zh' ? (['天', '小时', '分钟', '秒'] as const) : (['d', 'h', 'min', 's'] as const);
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const values = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const first = values.findIndex((value) => value > 0);
  if (first < 0) return `0 ${units[3]}`;
  const hours = first === 0 && (values[1] ?? 0) > 0 ? ` ${values[1]} ${units[1]}` : '';
  return `${values[first]} ${units[first]}${hours}`;
}
