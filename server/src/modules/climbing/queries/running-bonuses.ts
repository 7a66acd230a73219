import type { Instant, Rate } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';

/** Runs with the same terms, as they were when they began. */
export interface RunningBonus {
  readonly threshold: number;
  readonly rate: Rate;
  readonly people: number;
}

/** How many people enjoy which bonus at an instant. */
export async function runningBonuses(db: Reader, merchantId: string, at: Instant): Promise<readonly RunningBonus[]> {
  const sql = `SELECT threshold, rate, COUNT(DISTINCT promoter_id) AS people FROM climb_bonus
    WHERE merchant_id = ? AND from_at <= ? AND to_at > ? GROUP BY threshold, rate`;
  const rows = await db.rows<{ threshold: number | string; rate: string; people: number | string }>(sql, [
    merchantId,
    at,
    at,
  ]);
  return rows.map(({ threshold, rate, people }) => ({
    threshold: Number(threshold),
    rate: JSON.parse(rate) as Rate,
    people: Number(people),
  }));
}
