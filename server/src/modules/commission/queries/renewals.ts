import { marks, type Reader } from '../../../foundation/db';

export interface Renewal {
  readonly sequence: number;
  readonly promoterId: string;
}

/** The settled orders of subscriptions that have a promoter, by subscription. */
export async function renewalsOf(
  db: Reader,
  merchantId: string,
  subscriptions: readonly string[],
): Promise<Map<string, Renewal[]>> {
  const found = new Map<string, Renewal[]>();
  if (subscriptions.length === 0) return found;
  const rows = await db.rows<{ subscription: string; sequence: number; promoterId: string }>(
    `SELECT s.subscription AS subscription, s.sequence AS sequence, t.promoter_id AS promoterId
     FROM sale s JOIN settlement t ON t.merchant_id = s.merchant_id AND t.sale_id = s.id
     WHERE s.merchant_id = ? AND s.subscription IN (${marks(subscriptions.length)}) AND t.promoter_id IS NOT NULL
     ORDER BY s.id`,
    [merchantId, ...subscriptions],
  );
  for (const { subscription, sequence, promoterId } of rows) {
    const list = found.get(subscription) ?? [];
    list.push({ sequence: Number(sequence), promoterId });
    found.set(subscription, list);
  }
  return found;
}
