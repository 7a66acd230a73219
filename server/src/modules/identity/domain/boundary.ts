import { type Instant, isRefusal, parseInstant, zone } from '@fenrun/kernel';

/** A bound of a filter: an instant, or a day that means its first instant in the merchant's zone. The schema has checked it. */
export function readBoundary(text: string, timezone: string): Instant {
  const instant = parseInstant(text);
  return isRefusal(instant) ? zone(timezone).startOfDay(text) : instant;
}
