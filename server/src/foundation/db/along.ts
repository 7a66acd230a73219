import type { Reader } from './sql';

/**
 * Makes a query walk one index, or (`primary`) the table in the order of its key: `FROM sale s ${along(db, 'sale', 'primary')} WHERE …`.
 * For the few queries of which both databases are known to choose badly, because neither knows how much a filter lets through.
 */
export function along(db: Pick<Reader, 'dialect'>, table: string, index: string): string {
  if (db.dialect === 'mysql') return `FORCE INDEX (${index === 'primary' ? 'PRIMARY' : index})`;
  return `INDEXED BY ${index === 'primary' ? `sqlite_autoindex_${table}_1` : index}`;
}
