import { expect, test } from 'vitest';
import {
  agoText,
  type Calendar,
  clockText,
  dayNumberOf,
  dayPart,
  dayText,
  endText,
  lastDaysText,
  leftText,
  momentText,
  relativeDayText,
  shortDayText,
} from '@/lib/dates';
import { CHINA, instantOf, wallTime, type Zone } from '@/lib/zone';

const now = instantOf('2026-11-21T20:16:00+08:00');
const zh: Calendar = { now, zone: CHINA, language: 'zh' };
const en: Calendar = { now, zone: CHINA, language: 'en' };

const london: Zone = {
  offsets: [
    { from: instantOf('2025-10-26T01:00:00Z'), minutes: 0 },
    { from: instantOf('2026-03-29T01:00:00Z'), minutes: 60 },
    { from: instantOf('2026-10-25T01:00:00Z'), minutes: 0 },
  ],
};

test('an instant is read with its offset, to the millisecond', () => {
  expect(instantOf('2026-11-21T20:16:00+08:00')).toBe(Date.UTC(2026, 10, 21, 12, 16));
  expect(instantOf('2026-11-21T12:16:00.123456Z')).toBe(Date.UTC(2026, 10, 21, 12, 16, 0, 123));
  expect(() => instantOf('2026-11-21')).toThrow(/not an instant/);
});

test('the clock on the merchant’s wall follows summer time where the server says so', () => {
  expect(wallTime(instantOf('2026-03-29T00:59:00Z'), london)).toMatchObject({ hour: 0, minute: 59 });
  expect(wallTime(instantOf('2026-03-29T01:00:00Z'), london)).toMatchObject({ hour: 2, minute: 0 });
  expect(wallTime(instantOf('2026-10-25T01:00:00Z'), london)).toMatchObject({ hour: 1, minute: 0 });
});

test('before the first offset that the server sent, the first one holds', () => {
  expect(wallTime(instantOf('2020-01-01T00:30:00Z'), london)).toMatchObject({ hour: 0, minute: 30 });
});

test('days are named as people name them, in the merchant’s zone and not the phone’s', () => {
  expect(relativeDayText('2026-11-21T16:30:00Z', zh)).toBe('明天');
  expect(relativeDayText('2026-11-20T15:59:00Z', zh)).toBe('昨天');
  expect(momentText('2026-11-22T18:05:00+08:00', zh)).toBe('明天 18:05');
  expect(dayText('2026-11-24T00:00:00+08:00', zh)).toBe('11 月 24 日');
  expect(dayText('2027-01-02T00:00:00+08:00', zh)).toBe('2027 年 1 月 2 日');
  expect(shortDayText('2026-11-24T00:00:00+08:00', zh)).toBe('24 日');
  expect(shortDayText('2026-12-01T00:00:00+08:00', zh)).toBe('12 月 1 日');
  expect(dayText('2026-11-24T00:00:00+08:00', en)).toBe('24 Nov');
  expect(momentText('2026-11-21T17:40:00+08:00', en)).toBe('today 17:40');
});

test('what is left of a deadline shrinks by the minute and ends at nothing', () => {
  expect(leftText('2026-11-22T18:05:00+08:00', zh)).toBe('21 小时 49 分');
  expect(leftText('2026-11-22T18:05:00+08:00', en)).toBe('21 h 49 min');
  expect(leftText('2026-11-24T21:16:00+08:00', zh)).toBe('3 天 1 小时');
  expect(leftText('2026-11-21T20:16:00+08:00', zh)).toBeNull();
});

test('what just happened is told in minutes, then in hours, then by its day', () => {
  expect(agoText(now - 20_000, zh)).toBe('刚刚');
  expect(agoText(now - 3 * 60_000, zh)).toBe('3 分钟前');
  expect(agoText(now - 2 * 3_600_000, zh)).toBe('2 小时前');
  expect(agoText(now - 21 * 3_600_000, zh)).toBe('昨天 23:16');
});

test('a list groups by the days of the merchant', () => {
  const late = dayNumberOf('2026-11-21T23:59:59+08:00', zh);
  expect(dayNumberOf('2026-11-21T00:00:00+08:00', zh)).toBe(late);
  expect(dayNumberOf('2026-11-22T00:00:00+08:00', zh)).toBe(late + 1);
  expect(clockText(now, zh)).toBe('20:16');
  expect(dayPart(zh)).toBe('evening');
});

test('what ends at midnight ends with the day before; else the moment says it', () => {
  expect(endText('2026-12-01T00:00:00+08:00', zh)).toBe('11 月 30 日');
  expect(endText('2026-11-30T18:30:00+08:00', zh)).toBe('11 月 30 日 18:30');
});

test('only the last two days of something are named as such', () => {
  expect(lastDaysText('2026-11-22T00:00:00+08:00', zh)).toBe('今天');
  expect(lastDaysText('2026-11-23T00:00:00+08:00', en)).toBe('tomorrow');
  expect(lastDaysText('2026-11-24T00:00:00+08:00', zh)).toBeNull();
});
