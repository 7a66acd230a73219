import { createHash } from 'node:crypto';
import { census, type Store } from './store';

/** Rows hashed at once. */
const SLICE = 20_000;

/** Of every table how many rows it has, and a digest of all that stands in them. */
export async function checksums(store: Store): Promise<ReadonlyMap<string, string>> {
  const counts = await census(store);
  const sums = new Map<string, string>();
  for (const [name, count] of counts) {
    const digest = store.dialect === 'mysql' ? await mysqlSum(store, name) : await sqliteSum(store, name);
    sums.set(name, `${count} rows, ${digest}`);
  }
  return sums;
}

async function mysqlSum(store: Store, name: string): Promise<string> {
  const [row] = await store.rows<{ Checksum: number }>(`CHECKSUM TABLE ${name}`);
  return String(row?.Checksum);
}

async function sqliteSum(store: Store, name: string): Promise<string> {
  const keys = await store.rows<{ name: string }>(
    `SELECT name FROM pragma_table_info('${name}') WHERE pk > 0 ORDER BY pk`,
  );
  const order = keys.length > 0 ? `ORDER BY ${keys.map((key) => key.name).join(', ')}` : '';
  const hash = createHash('sha256');
  for (let at = 0; ; at += SLICE) {
    const rows = await store.rows(`SELECT * FROM ${name} ${order} LIMIT ${SLICE} OFFSET ${at}`);
    for (const row of rows) hash.update(JSON.stringify(row));
    if (rows.length < SLICE) return hash.digest('hex').slice(0, 16);
  }
}

/** The tables whose rows are not what they were. */
export function changedTables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name);
}
