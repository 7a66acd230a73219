import type { Tx } from './sql';
import type { SqlValue } from './table';

/**
 * Locks rows until the transaction ends. SQLite has one writer at a time and needs no row locks, so there it only reads.
 * Answers the rows.
 */
export function lockRows<T>(tx: Tx, sql: string, params: readonly SqlValue[]): Promise<T[]> {
  return tx.rows<T>(tx.dialect === 'mysql' ? `${sql} FOR UPDATE` : sql, params);
}
