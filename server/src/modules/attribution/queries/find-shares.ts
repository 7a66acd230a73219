import type { Day, Instant } from '@fenrun/kernel';
import { find, findOne, type Reader } from '../../../foundation/db';
import { type ShareRow, shareTable } from '../store/share.row';
import { type TouchRow, touchTable } from '../store/touch.row';

export function shareByCode(db: Reader, merchantId: string, code: string): Promise<ShareRow | undefined> {
  return findOne(db, shareTable, 'merchant_id = ? AND code = ?', [merchantId, code]);
}

/** The last touch of a customer that has effect, since an instant. */
export async function lastTouch(
  db: Reader,
  merchantId: string,
  customerId: string,
  since: Instant,
): Promise<TouchRow | undefined> {
  const where = 'merchant_id = ? AND customer_id = ? AND at >= ? AND is_effective = 1';
  return (await find(db, touchTable, where, [merchantId, customerId, since], 'ORDER BY at DESC, id DESC LIMIT 1'))[0];
}

export interface FunnelSum {
  readonly shares: number;
  readonly opens: number;
  readonly leads: number;
  readonly orders: number;
  readonly refunds: number;
}

/** A promoter's funnel over days, both ends included. */
export async function funnelOf(
  db: Reader,
  merchantId: string,
  promoterId: string,
  from: Day,
  to: Day,
): Promise<FunnelSum> {
  const sql = `SELECT SUM(shares) AS shares, SUM(opens) AS opens, SUM(leads) AS leads, SUM(orders) AS orders, SUM(refunds) AS refunds
    FROM funnel_day WHERE merchant_id = ? AND promoter_id = ? AND day >= ? AND day <= ?`;
  const [row] = await db.rows<Record<keyof FunnelSum, number | string | null>>(sql, [merchantId, promoterId, from, to]);
  const { shares, opens, leads, orders, refunds } = row ?? {};
  return {
    shares: Number(shares ?? 0),
    opens: Number(opens ?? 0),
    leads: Number(leads ?? 0),
    orders: Number(orders ?? 0),
    refunds: Number(refunds ?? 0),
  };
}
