import type { Column } from './columns';
import { fromStore, type RowOf, type SqlValue, select, type Table, toStore } from './table';

export type Dialect = 'sqlite' | 'mysql';

/** Reads. SQL is what MySQL 8, MariaDB 10.6 and SQLite share; `?` marks a parameter. */
export interface Reader {
  readonly dialect: Dialect;
  /** Runs a query; numbers of BIGINT columns may come as strings on MySQL unless read through `find`. */
  rows<T = Record<string, unknown>>(sql: string, params?: readonly SqlValue[]): Promise<T[]>;
}

/** One transaction. It ends with the function that it was given to; a refusal that is returned rolls it back. */
export interface Tx extends Reader {
  /** Runs a statement; answers the number of rows it changed. */
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
  /** Runs after COMMIT, in order; never on rollback. For pushes and wake-ups only. */
  afterCommit(work: () => void): void;
}

/** The most parameters in one statement; SQLite allows 32,766, MySQL 65,535. */
const PARAMS_AT_MOST = 30_000;

/** The most values in one IN list. */
const LIST_AT_MOST = 1_000;

/** Rows of a table by a condition (`merchant_id = ? AND code = ?`), with an optional tail (`ORDER BY … LIMIT 50`). */
export async function find<T extends Table>(
  db: Reader,
  of: T,
  where: string,
  params: readonly SqlValue[] = [],
  tail = '',
): Promise<RowOf<T>[]> {
  return fromStore(of, await db.rows(`SELECT ${select(of)} FROM ${of.name} WHERE ${where} ${tail}`, params));
}

/** The one row, or undefined. */
export async function findOne<T extends Table>(
  db: Reader,
  of: T,
  where: string,
  params: readonly SqlValue[] = [],
): Promise<RowOf<T> | undefined> {
  return (await find(db, of, where, params, 'LIMIT 1'))[0];
}

/** Rows whose `column` is one of many values, in slices of 1,000; the values follow the parameters of `where`. */
export async function findAmong<T extends Table>(
  db: Reader,
  of: T,
  where: string,
  params: readonly SqlValue[],
  column: keyof T['columns'] & string,
  values: readonly SqlValue[],
): Promise<RowOf<T>[]> {
  const found: RowOf<T>[] = [];
  for (let at = 0; at < values.length; at += LIST_AT_MOST) {
    const slice = evenList(db.dialect, values.slice(at, at + LIST_AT_MOST));
    const list = `${of.names[column]} IN (${marks(slice.length)})`;
    const rows = await find(db, of, `${where} AND ${list}`, [...params, ...slice]);
    for (const row of rows) found.push(row);
  }
  return found;
}

/**
 * SQLite keeps prepared statements, and a list of another length is another statement: there a list is filled up to a power of two
 * with its last value, which finds nothing more.
 */
function evenList(dialect: Dialect, values: readonly SqlValue[]): readonly SqlValue[] {
  const last = values.at(-1);
  if (dialect === 'mysql' || last === undefined) return values;
  const filled = [...values];
  while (filled.length & (filled.length - 1)) filled.push(last);
  return filled;
}

/**
 * Waits for work of one transaction that was handed over at once. All of it has ended before this returns or throws what failed first:
 * nothing of it may reach the connection after the transaction was rolled back.
 */
export async function together<T extends readonly unknown[]>(
  work: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const failures: unknown[] = [];
  const noted = work.map(async (one) => {
    try {
      return await one;
    } catch (error) {
      failures.push(error);
      return undefined;
    }
  });
  const results = await Promise.all(noted);
  if (failures.length > 0) throw failures[0];
  return results as { -readonly [K in keyof T]: Awaited<T[K]> };
}

/** `?, ?, ?` */
export function marks(count: number): string {
  return count === 0 ? '' : `?${', ?'.repeat(count - 1)}`;
}

/** Inserts rows with multi-row statements. A row that breaks a unique key fails the transaction. */
export async function insert<T extends Table>(tx: Tx, into: T, rows: readonly RowOf<T>[]): Promise<void> {
  await writeRows(tx, into, rows, '');
}

interface Shape {
  readonly columns: readonly (readonly [string, Column])[];
  readonly head: string;
  readonly one: string;
  readonly rowsAtMost: number;
}

const shapes = new WeakMap<Table, Shape>();

/** What every insert into a table has in common. */
function shapeOf(into: Table): Shape {
  const known = shapes.get(into);
  if (known) return known;
  const columns = Object.entries(into.columns);
  const shape = {
    columns,
    head: `INSERT INTO ${into.name} (${columns.map(([key]) => into.names[key]).join(', ')}) VALUES `,
    one: `(${marks(columns.length)})`,
    rowsAtMost: Math.floor(PARAMS_AT_MOST / columns.length),
  };
  shapes.set(into, shape);
  return shape;
}

/** Rows in one prepared statement of SQLite at most; more are no faster. */
const EVEN_AT_MOST = 64;

/** The largest power of two that is not above a count. */
function powerWithin(count: number): number {
  return 2 ** Math.floor(Math.log2(count));
}

/** Statements of many rows each. They are handed over at once; the database works them one after another. */
async function writeRows(
  tx: Tx,
  into: Table,
  rows: readonly Record<string, unknown>[],
  onConflict: string,
): Promise<void> {
  const { columns, head, one, rowsAtMost } = shapeOf(into);
  const all: Promise<number>[] = [];
  for (let at = 0, size = 0; at < rows.length; at += size) {
    size = tx.dialect === 'mysql' ? rowsAtMost : Math.min(rowsAtMost, EVEN_AT_MOST, powerWithin(rows.length - at));
    const slice = rows.slice(at, at + size);
    const params: SqlValue[] = [];
    for (const row of slice) for (const [key, column] of columns) params.push(toStore(column, row[key]));
    all.push(tx.run(`${head}${one}${`, ${one}`.repeat(slice.length - 1)}${onConflict}`, params));
  }
  await together(all);
}

/** Sets columns of the rows that a condition names; answers how many rows were changed. */
export async function update<T extends Table>(
  tx: Tx,
  of: T,
  set: Partial<RowOf<T>>,
  where: string,
  params: readonly SqlValue[],
): Promise<number> {
  const entries = Object.entries(set as Record<string, unknown>);
  const list = entries.map(([key]) => `${of.names[key]} = ?`).join(', ');
  const values = entries.map(([key, value]) => toStore(of.columns[key] as T['columns'][string], value));
  return tx.run(`UPDATE ${of.name} SET ${list} WHERE ${where}`, [...values, ...params]);
}

/**
 * Adds amounts to counters of many rows, creating rows that are missing: one statement, rows in ascending key order so that
 * two transactions never wait for each other in a circle. Columns in `add` are added; the others are set on creation only.
 */
export async function accumulate<T extends Table>(
  tx: Tx,
  into: T,
  add: readonly (keyof T['columns'] & string)[],
  rows: readonly RowOf<T>[],
): Promise<void> {
  await write(tx, into, rows, onConflictAdd(tx.dialect, into, add));
}

/** Writes rows whole: new ones are inserted, known ones (by primary key) get the named columns. Keys in ascending order. */
export async function keep<T extends Table>(
  tx: Tx,
  into: T,
  set: readonly (keyof T['columns'] & string)[],
  rows: readonly RowOf<T>[],
): Promise<void> {
  await write(tx, into, rows, onConflictSet(tx.dialect, into, set));
}

async function write<T extends Table>(tx: Tx, into: T, rows: readonly RowOf<T>[], onConflict: string): Promise<void> {
  if (rows.length === 0) return;
  const keyOf = (row: RowOf<T>) =>
    into.primary.map((key) => String((row as Record<string, unknown>)[key])).join('\u0000');
  const sorted = rows.map((row) => [keyOf(row), row] as const).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  await writeRows(
    tx,
    into,
    sorted.map(([, row]) => row),
    ` ${onConflict}`,
  );
}

function onConflictSet(dialect: Dialect, into: Table, set: readonly string[]): string {
  const names = set.map((key) => into.names[key] as string);
  if (dialect === 'mysql') return `ON DUPLICATE KEY UPDATE ${names.map((n) => `${n} = VALUES(${n})`).join(', ')}`;
  const key = into.primary.map((column) => into.names[column]).join(', ');
  return `ON CONFLICT (${key}) DO UPDATE SET ${names.map((n) => `${n} = excluded.${n}`).join(', ')}`;
}

/** The only places that know how each database spells an upsert are these two. */
function onConflictAdd(dialect: Dialect, into: Table, add: readonly string[]): string {
  const names = add.map((key) => into.names[key] as string);
  if (dialect === 'mysql')
    return `ON DUPLICATE KEY UPDATE ${names.map((n) => `${n} = ${n} + VALUES(${n})`).join(', ')}`;
  const key = into.primary.map((column) => into.names[column]).join(', ');
  return `ON CONFLICT (${key}) DO UPDATE SET ${names.map((n) => `${n} = ${into.name}.${n} + excluded.${n}`).join(', ')}`;
}
