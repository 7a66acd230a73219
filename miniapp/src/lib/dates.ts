import { instantOf, type WallTime, wallTime, type Zone } from './zone';

/** Everything a sentence needs to speak of time: the instant now, the merchant's zone, and the language. */
export interface Calendar {
  now: number;
  zone: Zone;
  language: 'zh' | 'en';
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');
const clockOf = (wall: WallTime): string => `${two(wall.hour)}:${two(wall.minute)}`;

function wallOf(at: string | number, calendar: Calendar): WallTime {
  return wallTime(typeof at === 'number' ? at : instantOf(at), calendar.zone);
}

/** `11 月 24 日` · `24 Nov`; with the year where it is not this one. */
export function dayText(at: string | number, calendar: Calendar): string {
  const wall = wallOf(at, calendar);
  const thisYear = wallTime(calendar.now, calendar.zone).year === wall.year;
  if (calendar.language === 'zh') return `${thisYear ? '' : `${wall.year} 年 `}${wall.month} 月 ${wall.day} 日`;
  return `${wall.day} ${MONTHS[wall.month - 1]}${thisYear ? '' : ` ${wall.year}`}`;
}

/** The day alone where the month goes without saying: `24 日` · `24 Nov`. */
export function shortDayText(at: string | number, calendar: Calendar): string {
  const wall = wallOf(at, calendar);
  const now = wallTime(calendar.now, calendar.zone);
  const sameMonth = wall.year === now.year && wall.month === now.month;
  return calendar.language === 'zh' && sameMonth ? `${wall.day} 日` : dayText(at, calendar);
}

/** `今天`, `昨天`, `明天`, else the day. */
export function relativeDayText(at: string | number, calendar: Calendar): string {
  const distance = wallOf(at, calendar).dayNumber - wallTime(calendar.now, calendar.zone).dayNumber;
  const names = calendar.language === 'zh' ? ['昨天', '今天', '明天'] : ['yesterday', 'today', 'tomorrow'];
  return names[distance + 1] ?? dayText(at, calendar);
}

/** `今天 18:05`, `11 月 5 日 20:31`. */
export function momentText(at: string | number, calendar: Calendar): string {
  return `${relativeDayText(at, calendar)} ${clockOf(wallOf(at, calendar))}`;
}

/** When something ends that still holds until then: at midnight the day before is its last, else the moment says it. */
export function endText(until: string | number, calendar: Calendar): string {
  const at = typeof until === 'number' ? until : instantOf(until);
  const wall = wallOf(at, calendar);
  return wall.hour === 0 && wall.minute === 0 ? dayText(at - 1, calendar) : momentText(at, calendar);
}

/** `今天` or `明天` where something holds no longer than that; null while there is more time. A real end only, never a spur. */
export function lastDaysText(until: string | number, calendar: Calendar): string | null {
  const at = (typeof until === 'number' ? until : instantOf(until)) - 1;
  const distance = wallOf(at, calendar).dayNumber - wallTime(calendar.now, calendar.zone).dayNumber;
  return distance === 0 || distance === 1 ? relativeDayText(at, calendar) : null;
}

/** Relative for a day, then the moment: `刚刚`, `3 分钟前`, `昨天 18:05`. */
export function agoText(at: string | number, calendar: Calendar): string {
  const minutes = Math.floor((calendar.now - (typeof at === 'number' ? at : instantOf(at))) / 60_000);
  const zh = calendar.language === 'zh';
  if (minutes < 1) return zh ? '刚刚' : 'just now';
  if (minutes < 60) return zh ? `${minutes} 分钟前` : `${minutes} min ago`;
  if (minutes < 24 * 60 && wallOf(at, calendar).dayNumber === wallTime(calendar.now, calendar.zone).dayNumber) {
    const hours = Math.floor(minutes / 60);
    return zh ? `${hours} 小时前` : `${hours} h ago`;
  }
  return momentText(at, calendar);
}

/** What is left until an instant: `21 小时 49 分` · `21 h 49 min`; nothing is left once it is past. */
export function leftText(until: string | number, calendar: Calendar): string | null {
  const minutes = Math.ceil(((typeof until === 'number' ? until : instantOf(until)) - calendar.now) / 60_000);
  if (minutes <= 0) return null;
  const zh = calendar.language === 'zh';
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  if (days > 0) return zh ? `${days} 天 ${hours} 小时` : `${days} d ${hours} h`;
  if (hours > 0) return zh ? `${hours} 小时 ${rest} 分` : `${hours} h ${rest} min`;
  return zh ? `${rest} 分钟` : `${rest} min`;
}

/** The clock alone: `20:02`. */
export function clockText(at: string | number, calendar: Calendar): string {
  return clockOf(wallOf(at, calendar));
}

/** The part of the day, for a greeting. */
export function dayPart(calendar: Calendar): 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' {
  const { hour } = wallTime(calendar.now, calendar.zone);
  if (hour < 5) return 'night';
  if (hour < 11) return 'morning';
  if (hour < 14) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** The wall calendar's day as one number: groups of a list are equal in it. */
export function dayNumberOf(at: string | number, calendar: Calendar): number {
  return wallOf(at, calendar).dayNumber;
}
