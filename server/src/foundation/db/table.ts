import type { Column, ColumnKind } from './columns';

export type SqlValue = string | number | null | Uint8Array;

type Columns = Readonly<Record<string, Column>>;
type ValueOf<C> = C extends Column<infer V> ? V : never;

/** The row of a table as the code sees it: camelCase names, booleans and JSON as values. */
export type RowOf<T extends Table> = { -readonly [K in keyof T['columns']]: ValueOf<T['columns'][K]> };

export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly columns: C;
  readonly primary: readonly string[];
  readonly unique: readonly (readonly string[])[];
  readonly indexes: readonly (readonly string[])[];
  /** Column names in snake_case, in the order of definition. */
  readonly names: Readonly<Record<string, string>>;
}

interface Keys<C> {
  readonly primary: readonly (keyof C & string)[];
  readonly unique?: readonly (readonly (keyof C & string)[])[];
  readonly indexes?: readonly (readonly (keyof C & string)[])[];
}

/** Every table that was defined, by name; the migrations and the schema test read it. */
export const tables = new Map<string, Table>();

/**
 * Defines a table: the one source of its TypeScript row, its TypeORM entity and its migration.
 * Keys of merchant-owned tables begin with `merchantId`.
 */
export function table<C extends Columns>(name: string, columns: C, keys: Keys<C>): Table<C> {
  if (tables.has(name)) throw new Error(`two tables named ${name}`);
  const names = Object.fromEntries(Object.keys(columns).map((key) => [key, snake(key)]));
  const made: Table<C> = {
    name,
    columns,
    primary: keys.primary,
    unique: keys.unique ?? [],
    indexes: keys.indexes ?? [],
    names,
  };
  tables.set(name, made);
  return made;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/([a-z])(\d+)$/, '$1_$2');
}

/** The select list of a table (`p.paid_at AS paidAt, …`), so that rows come back with the code's names. */
export function select(of: Table, alias?: string, only?: readonly string[]): string {
  const prefix = alias ? `${alias}.` : '';
  return (only ?? Object.keys(of.columns)).map((key) => `${prefix}${of.names[key]} AS ${key}`).join(', ');
}

const WRITE: Partial<Record<ColumnKind, (value: unknown) => SqlValue>> = {
  json: (value) => JSON.stringify(value),
  flag: (value) => (value ? 1 : 0),
};

const READ: Partial<Record<ColumnKind, (value: unknown) => unknown>> = {
  json: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  flag: (value) => Number(value) === 1,
  money: safeNumber,
  instant: safeNumber,
  count: safeNumber,
  rate: safeNumber,
};

function safeNumber(value: unknown): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a safe integer in the store: ${String(value)}`);
  return number;
}

/** A value of a row as the database takes it. */
export function toStore(column: Column, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  const write = WRITE[column.kind];
  return write ? write(value) : (value as SqlValue);
}

/** Turns what the database gave for `select(of)` into rows, in place: numbers checked, flags and JSON as values. */
export function fromStore<T extends Table>(of: T, found: readonly unknown[]): RowOf<T>[] {
  const keys = Object.entries(of.columns).filter(([, column]) => READ[column.kind]);
  for (const row of found as Record<string, unknown>[]) {
    for (const [key, column] of keys) {
      const value = row[key];
      if (value !== null && value !== undefined) row[key] = READ[column.kind]?.(value);
    }
  }
  return found as RowOf<T>[];
}
