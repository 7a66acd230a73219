import { column, type RowOf, table } from '../../../foundation/db';

/** An address that a member keeps. */
export const memberAddressTable = table(
  'member_address',
  {
    merchantId: column.id(),
    id: column.id(),
    memberId: column.id(),
    name: column.text(64),
    phone: column.text(32),
    region: column.text(100),
    detail: column.text(200),
    isDefault: column.flag(),
    updatedAt: column.instant(),
  },
  { primary: ['merchantId', 'id'], indexes: [['merchantId', 'memberId']] },
);
export type MemberAddressRow = RowOf<typeof memberAddressTable>;
