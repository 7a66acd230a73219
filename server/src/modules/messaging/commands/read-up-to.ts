import { findOne, keep, type Tx } from '../../../foundation/db';
import { messageMarkTable } from '../store/message.row';

/** Marks everything up to a message as read. A mark never goes back. */
export async function readUpTo(tx: Tx, merchantId: string, readerId: string, messageId: string): Promise<void> {
  const mark = await findOne(tx, messageMarkTable, 'merchant_id = ? AND reader_id = ?', [merchantId, readerId]);
  if (mark && mark.readUpTo >= messageId) return;
  await keep(tx, messageMarkTable, ['readUpTo'], [{ merchantId, readerId, readUpTo: messageId }]);
}
