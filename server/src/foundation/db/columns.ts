/**
 * The kinds of column that the schema is made of. Each kind is one type on every database, chosen so that values compare
 * byte for byte and come back unchanged: see `docs/decisions/0003-one-schema-two-databases.md`.
 */
export type ColumnKind =
  | 'id'
  | 'outside'
  | 'text'
  | 'long'
  | 'json'
  | 'money'
  | 'count'
  | 'instant'
  | 'day'
  | 'flag'
  | 'rate';

export interface Column<Value = unknown> {
  readonly kind: ColumnKind;
  readonly length?: number;
  readonly nullable: boolean;
  /** Carries the TypeScript type of the value; never set. */
  readonly value?: Value;
}

/** One of our own ids: 26 characters of Crockford base32. */
export const id = (): Column<string> => ({ kind: 'id', nullable: false });

/** An id from outside, or a code that a merchant gives: up to 64 characters, compared byte for byte. */
export const outside = (): Column<string> => ({ kind: 'outside', length: 64, nullable: false });

/** A short text of at most `length` characters; `T` narrows it to known words. */
export const text = <T extends string = string>(length: number): Column<T> => ({
  kind: 'text',
  length,
  nullable: false,
});

/** A text without a practical bound; never in an index. */
export const long = (): Column<string> => ({ kind: 'long', nullable: false });

/** A JSON document. It is written and read as a value. */
export const json = <T>(): Column<T> => ({ kind: 'json', nullable: false });

/** An amount in minor units, signed. */
export const money = (): Column<number> => ({ kind: 'money', nullable: false });

/** A whole number. */
export const count = (): Column<number> => ({ kind: 'count', nullable: false });

/** An instant in epoch milliseconds. */
export const instant = (): Column<number> => ({ kind: 'instant', nullable: false });

/** A calendar day `yyyy-MM-dd`. */
export const day = (): Column<string> => ({ kind: 'day', length: 10, nullable: false });

/** Yes or no, stored as 1 or 0. */
export const flag = (): Column<boolean> => ({ kind: 'flag', nullable: false });

/** A percent in ten-thousandths of a percent. */
export const rate = (): Column<number> => ({ kind: 'rate', nullable: false });

/** The same column, but it may be null. */
export const orNull = <V>(column: Column<V>): Column<V | null> => ({ ...column, nullable: true }) as Column<V | null>;
