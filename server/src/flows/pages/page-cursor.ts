import { type Instant, type Refusal, refuse } from '@fenrun/kernel';

/** A place in a list that is ordered by an instant and, within it, by an id. */
export interface Place {
  readonly at: Instant;
  readonly id: string;
}

/** A place as an opaque text. */
export function cursorOf({ at, id }: Place): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** The place that a cursor names; anything else was not made here. */
export function placeOf(cursor: string): Place | Refusal<'invalid-request'> {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === 2 && Number.isSafeInteger(place[0]) && typeof place[1] === 'string')
      return { at: place[0], id: place[1] };
  } catch {
    // Not ours, like everything that is not such a pair.
  }
  return refuse('invalid-request', undefined, [{ pointer: '/cursor', code: 'invalid' }]);
}

/** One page of rows that were read with one more than it shows; `nextCursor` is null on the last. */
export function pageOf<Row, View>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => string,
  view: (row: Row) => View,
): { data: View[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { data: shown.map(view), nextCursor: rows.length > limit && last !== undefined ? place(last) : null };
}
