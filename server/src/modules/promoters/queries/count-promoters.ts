import type { Reader } from '../../../foundation/db';
import type { PromoterStatus } from '../store/promoter.row';

/** How many promoters there are in each status. Statuses without any are left out. */
export async function countByStatus(db: Reader, merchantId: string): Promise<ReadonlyMap<PromoterStatus, number>> {
  const sql = 'SELECT status, COUNT(*) AS n FROM promoter WHERE merchant_id = ? GROUP BY status';
  const rows = await db.rows<{ status: PromoterStatus; n: number | string }>(sql, [merchantId]);
  return new Map(rows.map(({ status, n }) => [status, Number(n)]));
}

/** How many promoters are on each programme; applicants and those turned down are not counted. */
export async function countByProgramme(db: Reader, merchantId: string): Promise<ReadonlyMap<string, number>> {
  const sql = `SELECT programme, COUNT(*) AS n FROM promoter
    WHERE merchant_id = ? AND status NOT IN ('applicant', 'rejected') GROUP BY programme`;
  const rows = await db.rows<{ programme: string; n: number | string }>(sql, [merchantId]);
  return new Map(rows.map(({ programme, n }) => [programme, Number(n)]));
}

/** How many people each of these promoters has invited; those who were turned down are not counted. */
export async function countPartners(
  db: Reader,
  merchantId: string,
  inviterIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (inviterIds.length === 0) return new Map();
  const sql = `SELECT inviter_id AS inviterId, COUNT(*) AS n FROM promoter
    WHERE merchant_id = ? AND inviter_id IN (${inviterIds.map(() => '?').join(', ')})
      AND status NOT IN ('applicant', 'rejected') GROUP BY inviter_id`;
  const rows = await db.rows<{ inviterId: string; n: number | string }>(sql, [merchantId, ...inviterIds]);
  return new Map(rows.map(({ inviterId, n }) => [inviterId, Number(n)]));
}
