import type { Lang } from '@fenrun/contracts';
import { formatInstant, type Instant, type Zone } from '@fenrun/kernel';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as people say it: 「11 月 24 日」, `24 Nov`. */
export function dayText(instant: Instant, zone: Zone, lang: Lang): string {
  const { month, day } = zone.wallAt(instant);
  return lang === 'zh' ? `${month} 月 ${day} 日` : `${day} ${MONTHS[month - 1]}`;
}

/** An instant for the API; null stays null. */
export function shownAt(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(instant);
}

/** The first instant of the month in which an instant lies. */
export function monthStart(instant: Instant, zone: Zone): Instant {
  const { year, month } = zone.wallAt(instant);
  return zone.startOfDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
}

/** The first instant of the year in which an instant lies. */
export function yearStart(instant: Instant, zone: Zone): Instant {
  return zone.startOfDay(`${String(zone.wallAt(instant).year).padStart(4, '0')}-01-01`);
}
