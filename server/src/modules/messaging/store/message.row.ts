import { column, type RowOf, table } from '../../../foundation/db';

/** Plain facts by name; they are put into words when the message is shown. Money is in minor units. */
export type MessageFacts = Readonly<Record<string, string | number | null>>;

/** One message to one reader. Only ever added. */
export const messageTable = table(
  'message',
  {
    merchantId: column.id(),
    readerId: column.id(),
    id: column.id(),
    at: column.instant(),
    /** What it is about, for the picture beside it. */
    kind: column.text(16),
    /** Which sentence it is. */
    topic: column.text(48),
    facts: column.json<MessageFacts>(),
    /** What it leads to. */
    linkKind: column.orNull(column.text(16)),
    linkId: column.orNull(column.outside()),
  },
  { primary: ['merchantId', 'readerId', 'id'] },
);
export type MessageRow = RowOf<typeof messageTable>;

/** How far a reader has read. */
export const messageMarkTable = table(
  'message_mark',
  { merchantId: column.id(), readerId: column.id(), readUpTo: column.id() },
  { primary: ['merchantId', 'readerId'] },
);
