import type { Window } from '@fenrun/engine';
import { formatInstant, type Instant, isRefusal, parseDay, parseInstant, type Zone } from '@fenrun/kernel';
import type { FormReading } from './rate-form';

/** What forms with days are read with: a day means its first instant in the merchant's zone. */
export interface ZonedReading extends FormReading {
  readonly zone: Zone;
}

/** The window of a form, `to` excluded; null is open. */
export interface WindowForm {
  readonly from: string | null;
  readonly to: string | null;
}

/** Reads an instant, or the first instant of a day; one that is wrong is noted at the pointer. */
export function readInstantOrDay(text: string, { zone, errors }: ZonedReading, pointer: string): Instant | null {
  const day = parseDay(text);
  if (!isRefusal(day)) return zone.startOfDay(day);
  const instant = parseInstant(text);
  if (!isRefusal(instant)) return instant;
  errors.push({ pointer, code: 'invalid-instant' });
  return null;
}

export function readWindow({ from, to }: WindowForm, reading: ZonedReading, at: string): Window {
  return {
    from: from === null ? null : readInstantOrDay(from, reading, `${at}/from`),
    to: to === null ? null : readInstantOrDay(to, reading, `${at}/to`),
  };
}

export function windowForm({ from, to }: Window): WindowForm {
  return { from: from === null ? null : formatInstant(from), to: to === null ? null : formatInstant(to) };
}
