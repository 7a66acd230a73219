import { randomInt } from 'node:crypto';
import { type Instant, zone } from '@fenrun/kernel';

/**
 * An order's number: day in the merchant's zone (6 digits), millisecond of the day (8) and chance (4). Digits only, because it is
 * the number at WeChat Pay too, is read out on the telephone, and sorts by time. The database's unique key has the last word.
 */
export function orderNumber(now: Instant, timezone: string, chance: number = randomInt(10_000)): string {
  const wall = zone(timezone).wallAt(now);
  const day = [wall.year % 100, wall.month, wall.day].map((part) => String(part).padStart(2, '0')).join('');
  const ms = ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1000 + (((now % 1000) + 1000) % 1000);
  return `${day}${String(ms).padStart(8, '0')}${String(chance).padStart(4, '0')}`;
}
