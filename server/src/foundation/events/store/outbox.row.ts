import { column, type RowOf, table } from '../../db';

/** Something that happened and is not yet worked. It is deleted in the transaction that works it. */
export const outboxTable = table(
  'outbox',
  {
    /** Who works it: `settle` for the merchant's timeline, others for what follows. */
    lane: column.text(16),
    merchantId: column.id(),
    /** When it happened for us: the order in which a lane works. */
    at: column.instant(),
    id: column.id(),
    topic: column.text(32),
    subjectId: column.text(64),
    payload: column.orNull(column.json<unknown>()),
  },
  { primary: ['lane', 'merchantId', 'at', 'id'] },
);
export type OutboxRow = RowOf<typeof outboxTable>;
