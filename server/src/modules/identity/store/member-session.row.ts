import { column, type RowOf, table } from '../../../foundation/db';

/** A member's bearer token, known by its digest. Times are real. */
export const memberSessionTable = table(
  'member_session',
  {
    digest: column.text(43),
    merchantId: column.id(),
    memberId: column.id(),
    createdAt: column.instant(),
    expiresAt: column.instant(),
  },
  { primary: ['digest'], indexes: [['merchantId', 'memberId'], ['expiresAt']] },
);

export type MemberSessionRow = RowOf<typeof memberSessionTable>;
