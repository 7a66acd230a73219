import { marks, type Reader } from '../../../foundation/db';

/** How many stand in each of these groups, applicants and those turned down too: none of them may be left in a group that is gone. */
export async function membersOfGroups(
  db: Reader,
  merchantId: string,
  groups: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (groups.length === 0) return new Map();
  const sql = `SELECT group_code AS groupCode, COUNT(*) AS members FROM promoter
    WHERE merchant_id = ? AND group_code IN (${marks(groups.length)}) GROUP BY group_code`;
  const rows = await db.rows<{ groupCode: string; members: number | string }>(sql, [merchantId, ...groups]);
  return new Map(rows.map(({ groupCode, members }) => [groupCode, Number(members)]));
}
