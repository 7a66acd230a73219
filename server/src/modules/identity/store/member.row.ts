import { column, type RowOf, table } from '../../../foundation/db';

/** Somebody of the mini-program: a customer, a promoter, or both. Known by WeChat's openid, which is per merchant. */
export const memberTable = table(
  'member',
  {
    merchantId: column.id(),
    id: column.id(),
    openid: column.text(64),
    unionid: column.orNull(column.text(64)),
    name: column.orNull(column.text(128)),
    avatar: column.orNull(column.text(500)),
    /** Verified through WeChat; digits with the country's code (`8613800005521`). */
    phone: column.orNull(column.text(32)),
    phoneVerifiedAt: column.orNull(column.instant()),
    createdAt: column.instant(),
    seenAt: column.instant(),
  },
  { primary: ['merchantId', 'id'], unique: [['merchantId', 'openid']], indexes: [['merchantId', 'phone']] },
);

export type MemberRow = RowOf<typeof memberTable>;
