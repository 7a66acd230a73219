import { expect, test } from 'vitest';
import { columnTime, dayOfInstant, durationText, relativeTime } from '../src/kit/time/time-format';

const shanghai = 'Asia/Shanghai';
const now = Date.parse('2026-11-10T14:32:00+08:00');
const minute = 60_000;

test('times are relative for a day and then of the merchant’s zone, wherever the browser is', () => {
  expect(relativeTime(now - 20_000, shanghai, now, 'zh')).toBe('刚刚');
  expect(relativeTime(now - 3 * minute, shanghai, now, 'zh')).toBe('3 分钟前');
  expect(relativeTime(now - 4 * 60 * minute, shanghai, now, 'en')).toBe('4 h ago');
  expect(relativeTime(Date.parse('2026-11-08T12:16:00Z'), shanghai, now, 'zh')).toBe('11-08 20:16');
  expect(relativeTime(Date.parse('2026-11-08T12:16:00Z'), 'Europe/London', now, 'zh')).toBe('11-08 12:16');
});

test('another year is named', () => {
  expect(columnTime(Date.parse('2025-11-08T20:16:00+08:00'), shanghai, now)).toBe('2025-11-08 20:16');
  expect(dayOfInstant(Date.parse('2027-01-01T00:00:00+08:00'), shanghai, 'zh', now)).toBe('1月1日');
  expect(dayOfInstant(Date.parse('2024-01-01T00:00:00+08:00'), shanghai, 'en', now)).toBe('1 Jan 2024');
});

test('how long something waits is said in two units at most', () => {
  expect(durationText(47 * 60 * minute, 'zh')).toBe('1 天 23 小时');
  expect(durationText(24 * 60 * minute, 'zh')).toBe('1 天');
  expect(durationText(20 * 60 * minute, 'zh')).toBe('20 小时');
  expect(durationText(41_000, 'en')).toBe('41 s');
  expect(durationText(-5, 'zh')).toBe('0 秒');
});
