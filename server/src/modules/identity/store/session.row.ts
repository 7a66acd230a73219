import { column, type RowOf, table } from '../../../foundation/db';

/** A session of staff, known by the digest of its cookie. Times are real: the demo's clock ends no session. */
export const sessionTable = table(
  'staff_session',
  {
    digest: column.text(43),
    personId: column.id(),
    merchantId: column.id(),
    createdAt: column.instant(),
    seenAt: column.instant(),
    expiresAt: column.instant(),
  },
  { primary: ['digest'], indexes: [['personId'], ['expiresAt']] },
);

export type SessionRow = RowOf<typeof sessionTable>;
