import type { Database } from '../../../foundation/db';

/** Rows removed in one step. */
const AT_ONCE = 1000;

/** Removes sessions and tokens that have expired; answers how many. */
export async function cleanSessions(db: Database, realNow: number): Promise<number> {
  let gone = 0;
  for (const table of ['staff_session', 'member_session']) {
    const old = await db.read.rows<{ digest: string }>(
      `SELECT digest FROM ${table} WHERE expires_at <= ? LIMIT ${AT_ONCE}`,
      [realNow],
    );
    if (old.length === 0) continue;
    await db.write(async (tx) => {
      for (const { digest } of old) await tx.run(`DELETE FROM ${table} WHERE digest = ?`, [digest]);
    });
    gone += old.length;
  }
  return gone;
}
