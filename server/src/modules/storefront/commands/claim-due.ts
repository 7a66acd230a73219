import type { Instant } from '@fenrun/kernel';
import type { Tx } from '../../../foundation/db';

/** The tables whose rows are looked at again and again until WeChat has settled them, with their key. */
export const DUE_TABLES = { payment: 'out_trade_no', pay_refund: 'out_refund_no', shipment: 'order_number' } as const;

export type DueTable = keyof typeof DUE_TABLES;

export interface DueKey {
  readonly merchantId: string;
  readonly key: string;
  readonly dueAt: Instant;
}

/**
 * Takes one due row for one worker: moves its due instant on, if it still is the one that was seen. A worker that dies leaves
 * the row to the next look.
 */
export async function claimDue(
  tx: Tx,
  of: DueTable,
  { merchantId, key, dueAt }: DueKey,
  nextAt: Instant,
): Promise<boolean> {
  const sql = `UPDATE ${of} SET due_at = ? WHERE merchant_id = ? AND ${DUE_TABLES[of]} = ? AND due_at = ?`;
  return (await tx.run(sql, [nextAt, merchantId, key, dueAt])) === 1;
}
