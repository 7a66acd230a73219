import { type Refusal, refuse } from '@fenrun/kernel';

/** A place in a list as an opaque text. */
export function cursorOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a cursor names: so many parts, of these types; anything else was not made here. */
export function placeOf<T extends readonly ('string' | 'number')[]>(
  cursor: string,
  ...types: T
): { [K in keyof T]: T[K] extends 'string' ? string : number } | Refusal<'invalid-request'> {
  const wrong = refuse('invalid-request', undefined, [{ pointer: '/cursor', code: 'invalid' }]);
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(place) || place.length !== types.length) return wrong;
    return place.every((part, index) => typeof part === types[index]) ? (place as never) : wrong;
  } catch {
    return wrong;
  }
}
