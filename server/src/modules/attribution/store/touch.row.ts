import { column, type RowOf, table } from '../../../foundation/db';

export const TOUCH_KINDS = ['click', 'scan', 'share'] as const;
export type TouchKind = (typeof TOUCH_KINDS)[number];

/** A customer met a promoter's link, code or share. One made while the promoter was not active is kept but has no effect. */
export const touchTable = table(
  'touch',
  {
    merchantId: column.id(),
    customerId: column.id(),
    at: column.instant(),
    id: column.id(),
    promoterId: column.id(),
    kind: column.text<TouchKind>(16),
    campaign: column.orNull(column.outside()),
    shareCode: column.orNull(column.text(16)),
    isEffective: column.flag(),
  },
  {
    primary: ['merchantId', 'customerId', 'at', 'id'],
    indexes: [['merchantId', 'promoterId', 'at']],
  },
);
export type TouchRow = RowOf<typeof touchTable>;
