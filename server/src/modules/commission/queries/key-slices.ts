import type { Reader } from '../../../foundation/db';

/** Rows of a table that one slice covers. */
const SLICE = 20_000;

/** Slices at most: two thousand million rows. */
const SLICES_AT_MOST = 100_000;

/**
 * The rows of a merchant in a table, as stretches `(after, upTo]` of their ids of 20,000 each, so that sums over all of them hold up
 * nobody: between two stretches everybody else has a turn. The last one is open (`upTo` null).
 */
export async function* keySlices(
  db: Reader,
  table: 'commission' | 'sale',
  merchantId: string,
): AsyncGenerator<{ readonly after: string; readonly upTo: string | null }> {
  const sql = `SELECT id FROM ${table} WHERE merchant_id = ? AND id > ? ORDER BY id LIMIT 1 OFFSET ${SLICE - 1}`;
  let after = '';
  for (let slice = 0; slice < SLICES_AT_MOST; slice += 1) {
    const [bound] = await db.rows<{ id: string }>(sql, [merchantId, after]);
    yield { after, upTo: bound?.id ?? null };
    if (!bound) return;
    after = bound.id;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
