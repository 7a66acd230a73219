import { find, findOne, type Reader } from '../../../foundation/db';
import { type MessageRow, messageMarkTable, messageTable } from '../store/message.row';

/** Before the first id of all. */
const NOTHING_READ = '';

/** A reader's messages, newest first; those older than `before` where it is given. */
export function inboxOf(
  db: Reader,
  merchantId: string,
  readerId: string,
  before: string | null,
  limit: number,
): Promise<MessageRow[]> {
  const older = before === null ? '' : 'AND id < ?';
  const params = before === null ? [merchantId, readerId] : [merchantId, readerId, before];
  return find(
    db,
    messageTable,
    `merchant_id = ? AND reader_id = ? ${older}`,
    params,
    `ORDER BY id DESC LIMIT ${Number(limit)}`,
  );
}

/** Up to which message a reader has read. */
export async function readMark(db: Reader, merchantId: string, readerId: string): Promise<string> {
  const mark = await findOne(db, messageMarkTable, 'merchant_id = ? AND reader_id = ?', [merchantId, readerId]);
  return mark?.readUpTo ?? NOTHING_READ;
}

/** How many messages a reader has not read. */
export async function countUnread(db: Reader, merchantId: string, readerId: string): Promise<number> {
  const mark = await readMark(db, merchantId, readerId);
  const sql = 'SELECT COUNT(*) AS unread FROM message WHERE merchant_id = ? AND reader_id = ? AND id > ?';
  const [row] = await db.rows<{ unread: number | string }>(sql, [merchantId, readerId, mark]);
  return Number(row?.unread ?? 0);
}
