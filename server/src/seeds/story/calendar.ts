import type { DemoCampaign } from '../offers';
import type { Dice } from '../random';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const minuteMs = 60_000;

/** The demo shops live in Asia/Shanghai, which has kept +08:00 without summer time since 1991. */
const zoneMs = 8 * hourMs;

/** The first instant of the day, in the shop's zone, that lies `days` away from the day of `at`. */
export function midnight(at: number, days = 0): number {
  return Math.floor((at + zoneMs) / dayMs + days) * dayMs - zoneMs;
}

/** Year, month (1–12), day, weekday (0 is Sunday) and hour in the shop's zone. */
export function wallClock(at: number) {
  const shifted = new Date(at + zoneMs);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
  };
}

/** `261105` for 5 November 2026, as order numbers begin. */
export function shortDay(at: number): string {
  const { year, month, day } = wallClock(at);
  return [year % 100, month, day].map((part) => String(part).padStart(2, '0')).join('');
}

const byWeekday = [1.1, 0.9, 0.9, 0.94, 0.98, 1.06, 1.16];

/** Orders by hour: quiet nights, a lunch break, and the long evening on the sofa. */
const byHour = [6, 3, 1, 1, 1, 2, 6, 14, 22, 34, 40, 42, 52, 46, 36, 34, 36, 38, 44, 58, 78, 88, 70, 32];

export type StoryDay = { start: number; weight: number };

/** The days of the story with their share of its orders: growth, weekdays, weather, campaigns, and Singles’ Day where it falls inside. */
export function storyDays(dice: Dice, endAt: number, days: number, campaigns: readonly DemoCampaign[]): StoryDay[] {
  return Array.from({ length: days }, (_, index) => {
    const start = midnight(endAt, index - days + 1);
    const growth = 0.72 + 0.56 * (index / days);
    const weight =
      growth *
      byWeekday[wallClock(start).weekday]! *
      dice.between(0.88, 1.12) *
      pullOf(campaigns, index - days + 1) *
      singlesDay(start);
    return { start, weight: index === days - 1 ? weight * passedShare(endAt) : weight };
  });
}

function pullOf(campaigns: readonly DemoCampaign[], day: number): number {
  return campaigns.reduce((factor, campaign) => {
    if (day < campaign.fromDay || day >= campaign.toDay) return factor;
    return factor * (day - campaign.fromDay < 2 ? campaign.pull.opening : campaign.pull.running);
  }, 1);
}

function singlesDay(start: number): number {
  const { month, day } = wallClock(start);
  if (month !== 11) return 1;
  return { 9: 1.2, 10: 1.7, 11: 2.8, 12: 1.25 }[day] ?? 1;
}

/** How much of a usual day's orders lies before this time of the day. */
function passedShare(at: number): number {
  const passed = (at - midnight(at)) / hourMs;
  const total = byHour.reduce((sum, weight) => sum + weight, 0);
  return byHour.reduce((sum, weight, hour) => sum + weight * Math.min(1, Math.max(0, passed - hour)), 0) / total;
}

/** An instant on a day at the rhythm of shoppers, not after `endAt`, which lies on that day or later. */
export function shoppingInstant(dice: Dice, dayStart: number, endAt: number): number {
  const open = byHour.map((weight, hour) => ({ hour, weight })).filter(({ hour }) => dayStart + hour * hourMs <= endAt);
  const { hour } = dice.weighted(open, (slot) => slot.weight);
  const from = dayStart + hour * hourMs;
  return wholeSecond(dice.between(from, Math.min(from + hourMs, endAt)));
}

/** The next time from `at` at which somebody is in the office: weekdays and Saturdays, 9:00 to 18:30. */
export function officeInstant(dice: Dice, at: number): number {
  const start = midnight(at);
  const { weekday } = wallClock(at);
  const opens = start + 9 * hourMs;
  const closes = start + 18.5 * hourMs;
  if (weekday === 0 || at > closes) return officeInstant(dice, midnight(at, 1));
  return at < opens ? wholeSecond(opens + dice.between(5, 150) * minuteMs) : wholeSecond(at);
}

export const wholeSecond = (at: number): number => Math.floor(at / 1000) * 1000;

/** Splits `total` over the days by weight: whole numbers that add up, by largest remainder. */
export function countsByDay(days: readonly StoryDay[], total: number): number[] {
  const sum = days.reduce((all, day) => all + day.weight, 0);
  const exact = days.map((day) => (day.weight / sum) * total);
  const counts = exact.map(Math.floor);
  const missing = total - counts.reduce((all, count) => all + count, 0);
  const byRest = exact
    .map((value, index) => ({ index, rest: value % 1 }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRest.slice(0, missing)) counts[index]! += 1;
  return counts;
}
