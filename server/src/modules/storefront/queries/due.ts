import type { Instant } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';
import { DUE_TABLES, type DueKey, type DueTable } from '../commands/claim-due';

/** Due rows worked in one round. */
const ROUND_AT_MOST = 100;

/** What is due by now, the longest waiting first. */
export async function dueNow(db: Reader, of: DueTable, now: Instant): Promise<DueKey[]> {
  const key = DUE_TABLES[of];
  const sql = `SELECT merchant_id AS merchantId, ${key} AS id, due_at AS dueAt FROM ${of} WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at, merchant_id, ${key} LIMIT ${ROUND_AT_MOST}`;
  const rows = await db.rows<{ merchantId: string; id: string; dueAt: number | string }>(sql, [now]);
  return rows.map((row) => ({ merchantId: row.merchantId, key: row.id, dueAt: Number(row.dueAt) }));
}

/** The next instant at which one of the tables has something due, or null. */
export async function nextDueInstant(db: Reader): Promise<Instant | null> {
  const tables = Object.keys(DUE_TABLES) as DueTable[];
  const found = await Promise.all(
    tables.map(
      async (of) =>
        (
          await db.rows<{ at: number | string | null }>(`SELECT MIN(due_at) AS at FROM ${of} WHERE due_at IS NOT NULL`)
        )[0]?.at ?? null,
    ),
  );
  const instants = found.filter((at) => at !== null).map(Number);
  return instants.length > 0 ? Math.min(...instants) : null;
}
