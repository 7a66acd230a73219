import type { Reader } from './sql';
import type { SqlValue } from './table';

/** What is read of each row: an expression, or one whose text is a JSON document. */
export type ListColumn = string | { readonly json: string };

/**
 * Very many narrow rows as lists of values, in the order of the columns. From the embedded database they come as one JSON text: each row
 * that crosses from its native code costs three times as much. Rows come in any order; `rest` is everything from `FROM` on.
 */
export async function readLists(
  db: Reader,
  columns: readonly ListColumn[],
  rest: string,
  params: readonly SqlValue[],
): Promise<unknown[][]> {
  const chosen = columns.map((column, at) => `${typeof column === 'string' ? column : column.json} AS c${at}`);
  const sql = `SELECT ${chosen.join(', ')} ${rest}`;
  if (db.dialect === 'sqlite') return readPacked(db, columns, sql, params);
  const documents = columns.flatMap((column, at) => (typeof column === 'string' ? [] : [at]));
  return (await db.rows<Record<string, unknown>>(sql, params)).map((row) => {
    const list = Object.values(row);
    for (const at of documents) if (typeof list[at] === 'string') list[at] = JSON.parse(list[at]);
    return list;
  });
}

async function readPacked(
  db: Reader,
  columns: readonly ListColumn[],
  sql: string,
  params: readonly SqlValue[],
): Promise<unknown[][]> {
  const list = columns.map((column, at) => (typeof column === 'string' ? `c${at}` : `json(c${at})`));
  const [row] = await db.rows<{ packed: string }>(
    `SELECT json_group_array(json_array(${list.join(', ')})) AS packed FROM (${sql})`,
    params,
  );
  return JSON.parse(row?.packed ?? '[]') as unknown[][];
}
