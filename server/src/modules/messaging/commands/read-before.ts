import type { Instant } from '@fenrun/kernel';
import { keep, type Tx } from '../../../foundation/db';
import { messageMarkTable } from '../store/message.row';

/** Marks everybody's messages of before an instant as read: what came over from a past that its readers know. */
export async function readBefore(tx: Tx, merchantId: string, at: Instant): Promise<void> {
  const sql = `SELECT reader_id AS readerId, MAX(id) AS readUpTo FROM message WHERE merchant_id = ? AND at < ? GROUP BY reader_id`;
  const rows = await tx.rows<{ readerId: string; readUpTo: string }>(sql, [merchantId, at]);
  await keep(
    tx,
    messageMarkTable,
    ['readUpTo'],
    rows.map((row) => ({ merchantId, ...row })),
  );
}
