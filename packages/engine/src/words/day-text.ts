import type { Instant, Zone } from '@fenrun/kernel';
import type { Window } from '../model/index';
import type { Language } from './money-text';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as people read it: `11月17日`, `17 Nov`; `spaced` is the mini-program's `11 月 17 日`. */
export function dayText(at: Instant, zone: Zone, lang: Language, style: 'plain' | 'spaced' = 'plain'): string {
  const { month, day } = zone.wallAt(at);
  if (lang === 'en') return `${day} ${MONTHS[month - 1]}`;
  return style === 'spaced' ? `${month} 月 ${day} 日` : `${month}月${day}日`;
}

/** A day with its year, where it is not plain which one is meant. */
export function dayOfYearText(at: Instant, zone: Zone, lang: Language): string {
  const { year } = zone.wallAt(at);
  return lang === 'zh' ? `${year}年${dayText(at, zone, lang)}` : `${dayText(at, zone, lang)} ${year}`;
}

/** An instant to the minute: `11月17日 20:16`, `17 Nov 20:16`; `spaced` as in `dayText`. */
export function minuteText(at: Instant, zone: Zone, lang: Language, style: 'plain' | 'spaced' = 'plain'): string {
  const { hour, minute } = zone.wallAt(at);
  return `${dayText(at, zone, lang, style)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A window in days, its end as the last day that counts; empty for one that is open on both sides. */
export function windowText({ from, to }: Window, zone: Zone, lang: Language): string {
  // A window ends before its `to`; at midnight the last day is the one before.
  const last = to === null ? null : to - 1;
  const day = from !== null && last !== null && sameYear(from, last, zone) ? dayText : dayOfYearText;
  if (from !== null && last !== null) {
    const [begin, end] = [day(from, zone, lang), day(last, zone, lang)];
    if (begin === end) return begin;
    return lang === 'zh' ? `${begin}–${end}` : `${begin} – ${end}`;
  }
  if (from !== null) return lang === 'zh' ? `${day(from, zone, lang)}起` : `from ${day(from, zone, lang)}`;
  if (last !== null) return lang === 'zh' ? `${day(last, zone, lang)}止` : `until ${day(last, zone, lang)}`;
  return '';
}

function sameYear(a: Instant, b: Instant, zone: Zone): boolean {
  return zone.wallAt(a).year === zone.wallAt(b).year;
}
