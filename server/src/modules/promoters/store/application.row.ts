import { column, type RowOf, table } from '../../../foundation/db';

/** What somebody gave when he asked to become a promoter, and what came of it. A person who asks again adds another one. */
export const applicationTable = table(
  'promoter_application',
  {
    merchantId: column.id(),
    id: column.id(),
    promoterId: column.id(),
    /** The member who applied; null for one that staff wrote down for him. */
    memberId: column.orNull(column.id()),
    name: column.text(128),
    phone: column.orNull(column.text(32)),
    isPhoneVerified: column.flag(),
    /** The code that he gave, as he gave it, and the promoter whom it stood for. */
    invitation: column.orNull(column.text(64)),
    inviterId: column.orNull(column.id()),
    /** Why he wants to, in his own words. */
    words: column.orNull(column.text(200)),
    appliedAt: column.instant(),
    decision: column.orNull(column.text<'approved' | 'rejected'>(16)),
    decidedAt: column.orNull(column.instant()),
    /** Who decided: a person of staff; null where the merchant admits at once. */
    decidedById: column.orNull(column.text(64)),
    reason: column.orNull(column.text(500)),
  },
  {
    primary: ['merchantId', 'id'],
    indexes: [
      ['merchantId', 'promoterId', 'id'],
      ['merchantId', 'memberId', 'id'],
    ],
  },
);
export type ApplicationRow = RowOf<typeof applicationTable>;
