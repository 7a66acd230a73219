import { isOutsideId, isRefusal, isWellFormed, isZone, parseDay, parseInstant } from '@fenrun/kernel';
import { z } from 'zod';

/** Money at the border: a decimal string in major units. Its digits are checked against the currency by the room. */
export const money = z
  .string()
  .max(24)
  .regex(/^(0|[1-9][0-9]{0,14})(\.[0-9]{1,8})?$/, { error: 'invalid-amount' })
  .meta({
    id: 'Money',
    description: 'Decimal string in major units with at most the digits of the currency.',
    example: '12.34',
  });

/** Money that may be below zero: adjustments, differences. */
export const signedMoney = z
  .string()
  .max(25)
  .regex(/^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,8})?$/, { error: 'invalid-amount' })
  .meta({ id: 'SignedMoney', description: 'Decimal string in major units; may be negative.', example: '-12.34' });

/** A percent of up to 4 places. */
export const percent = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,5})(\.[0-9]{1,4})?$/, { error: 'invalid-percent' })
  .meta({ id: 'Percent', description: 'Decimal percent with up to 4 places.', example: '12.5' });

export const instant = z
  .string()
  .refine((text) => !isRefusal(parseInstant(text)), { error: 'invalid-instant' })
  .meta({
    id: 'Instant',
    format: 'date-time',
    description: 'An instant, RFC 3339 with an offset.',
    example: '2026-03-01T10:00:00+08:00',
  });

export const day = z
  .string()
  .refine((text) => !isRefusal(parseDay(text)), { error: 'invalid-day' })
  .meta({
    id: 'Day',
    format: 'date',
    description: 'A calendar day in the zone of the merchant.',
    example: '2026-03-01',
  });

/** An instant, or a day that means its first instant in the merchant's zone. */
export const instantOrDay = z.union([instant, day], { error: 'invalid-instant' });

/** An id from outside (orders, SKUs, customers, codes): 1–64 characters, compared byte for byte. */
export const outsideId = z.string().refine(isOutsideId, { error: 'invalid-id' }).meta({
  id: 'OutsideId',
  minLength: 1,
  maxLength: 64,
  description: 'The merchant’s own id, compared byte for byte.',
});

/** An id that somebody chooses for a thing that has an address of its own: every client takes `.` and `..` out of a path. */
export const addressedId = outsideId.refine((value) => value !== '.' && value !== '..', { error: 'invalid-id' });

/** One of our own ids: opaque to callers. */
export const id = z.string().min(1).max(64).meta({ id: 'Id', description: 'An opaque id.' });

/** A text of a person: well-formed, without control characters, trimmed by nobody. */
export function text(most: number, least = 0) {
  return z
    .string()
    .min(least, { error: least === 1 ? 'required' : 'too-short' })
    .max(most, { error: 'too-long' })
    .refine(isPlain, { error: 'invalid-text' });
}

function isPlain(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here; line ends may stay.
  return isWellFormed(value) && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value);
}

/** A name that must say something. */
export const name = text(128).refine((value) => value.trim().length > 0, { error: 'required' });

/** Why somebody did something. The room says whether it may be empty. */
export const reason = text(500);

export const email = z
  .string()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$|^[^\s@]+@localhost$/, { error: 'invalid-email' });

export const currency = z.string().regex(/^[A-Z]{3}$/, { error: 'invalid-currency' });

export const region = z.string().regex(/^[A-Z]{2}$/, { error: 'invalid-country' });

export const timezone = z.string().max(64).refine(isZone, { error: 'invalid-timezone' });

export const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, { error: 'invalid-slug' });

export const count = z.int().min(0);

/** A whole number in a query. */
export const countInQuery = z.coerce.number().pipe(z.int().min(0));

export const flagInQuery = z.enum(['true', 'false']).transform((value) => value === 'true');

/** One or several known words in a query: repeated, or joined by commas. */
export function someOf<T extends readonly [string, ...string[]]>(words: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z.array(z.enum(words)).min(1).max(20),
  );
}

/** What every list takes. */
export const paging = {
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
  cursor: z.string().max(512).optional(),
};

/** A page of a list: `nextCursor` is null on the last one. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}

export const nothing = z.undefined();

/** A person or thing that a row names: its code or id, and its name to show. */
export const named = z.object({ id: z.string(), name: z.string() });

/** Somebody who promotes, as rows name him. */
export const promoterMention = z.object({ code: z.string(), name: z.string(), avatar: z.string().nullable() });

export const lang = z.enum(['zh', 'en']);
