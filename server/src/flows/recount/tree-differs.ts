import type { Reader } from '../../foundation/db';
import type { CounterDifference } from './recount';

const SQL = `SELECT p.code AS code, p.depth AS kept, COALESCE(i.depth, 0) + 1 AS counted
  FROM promoter p LEFT JOIN promoter i ON i.merchant_id = p.merchant_id AND i.id = p.inviter_id
  WHERE p.merchant_id = ? AND (p.depth <> COALESCE(i.depth, 0) + 1
    OR COALESCE(p.inviter2_id, '') <> COALESCE(i.inviter_id, '') OR COALESCE(p.inviter3_id, '') <> COALESCE(i.inviter2_id, ''))`;

/** Promoters whose depth or near inviters are not what their inviter's say. */
export async function treeDiffers(db: Reader, merchant: string): Promise<CounterDifference[]> {
  const rows = await db.rows<{ code: string; kept: number | string; counted: number | string }>(SQL, [merchant]);
  return rows.map(({ code, kept, counted }) => ({
    merchant,
    counter: 'tree.depth',
    key: code,
    kept: Number(kept),
    counted: Number(counted),
  }));
}
