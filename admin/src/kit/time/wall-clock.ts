import { zone } from '@fenrun/kernel';
import dayjs, { type Dayjs } from 'dayjs';

/** Pickers show the merchant's wall clock, whatever the browser's zone is. */
export function wallOf(instantMs: number, timezone: string): Dayjs {
  const wall = zone(timezone).wallAt(instantMs);
  return dayjs(new Date(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second));
}

/** The instant, RFC 3339, at which the merchant's wall clock shows what was picked. */
export function instantText(wall: Dayjs, timezone: string): string {
  const instant = zone(timezone).instantOf({
    year: wall.year(),
    month: wall.month() + 1,
    day: wall.date(),
    hour: wall.hour(),
    minute: wall.minute(),
    second: wall.second(),
  });
  return new Date(instant).toISOString();
}
