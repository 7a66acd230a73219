import type { Role } from '@fenrun/contracts';
import { column, type RowOf, table } from '../../../foundation/db';

/** The role of a person at a merchant. */
export const membershipTable = table(
  'membership',
  {
    merchantId: column.id(),
    personId: column.id(),
    role: column.text<Role>(16),
    addedAt: column.instant(),
    /** Real time, kept to within some minutes. */
    seenAt: column.orNull(column.instant()),
  },
  { primary: ['merchantId', 'personId'], indexes: [['personId']] },
);

export type MembershipRow = RowOf<typeof membershipTable>;
