import type { Lang } from '@fenrun/contracts';
import { addDays, type Day, type Instant, type Zone } from '@fenrun/kernel';

export type Period = 'today' | 'yesterday' | 'last_7_days' | 'last_30_days';

/** A stretch of time, `[from, to)`. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** A period until now, and the comparable one before it: the same weekday a week ago, or as many days before, up to the same hour. */
export interface ComparedSpans {
  readonly span: Span;
  readonly before: Span;
  readonly text: Readonly<Record<Lang, string>>;
}

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export function comparedSpans(period: Period, now: Instant, zone: Zone): ComparedSpans {
  const today = zone.dayAt(now);
  const start = (days: number) => zone.startOfDay(addDays(today, days));
  const elapsed = now - start(0);
  if (period === 'today') {
    const day = weekday(today);
    const text = { zh: `上周${WEEKDAYS_ZH[day]}同一时刻`, en: `the same time last ${WEEKDAYS_EN[day]}` };
    return { span: { from: start(0), to: now }, before: { from: start(-7), to: start(-7) + elapsed }, text };
  }
  if (period === 'yesterday') {
    const day = weekday(addDays(today, -1));
    const text = { zh: `前一个周${WEEKDAYS_ZH[day]}`, en: `the ${WEEKDAYS_EN[day]} before` };
    return { span: { from: start(-1), to: start(0) }, before: { from: start(-8), to: start(-7) }, text };
  }
  const days = period === 'last_7_days' ? 7 : 30;
  const text = { zh: `此前 ${days} 天`, en: `the ${days} days before` };
  return {
    span: { from: start(1 - days), to: now },
    before: { from: start(1 - 2 * days), to: start(1 - days) - start(0) + now },
    text,
  };
}

/** A day of the shop. */
export interface DaySpan extends Span {
  readonly day: Day;
}

/** The last `count` days, today last; `skip` days are left out at the end. */
export function lastDays(count: number, now: Instant, zone: Zone, skip = 0): DaySpan[] {
  const today = zone.dayAt(now);
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(today, index + 1 - count - skip);
    return { day, from: zone.startOfDay(day), to: zone.startOfDay(addDays(day, 1)) };
  });
}

/** The last `count` weeks, from Monday, the present one last. */
export function lastWeeks(count: number, now: Instant, zone: Zone): DaySpan[] {
  const today = zone.dayAt(now);
  const monday = addDays(today, -((weekday(today) + 6) % 7));
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(monday, 7 * (index + 1 - count));
    return { day, from: zone.startOfDay(day), to: zone.startOfDay(addDays(day, 7)) };
  });
}
