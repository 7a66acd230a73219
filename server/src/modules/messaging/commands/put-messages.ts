import type { Instant } from '@fenrun/kernel';
import { insert, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import { type MessageRow, messageTable } from '../store/message.row';

export type NewMessage = Omit<MessageRow, 'merchantId' | 'id'>;

/** Stores messages, in the transaction of what they tell of. `now` is the instant of their ids: the present. */
export async function putMessages(
  tx: Tx,
  merchantId: string,
  messages: readonly NewMessage[],
  now: Instant,
): Promise<void> {
  if (messages.length === 0) return;
  await insert(
    tx,
    messageTable,
    messages.map((message) => ({ merchantId, ...message, id: newId(now) })),
  );
}
