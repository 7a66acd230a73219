import { column, type RowOf, table } from '../../../foundation/db';

/** Contact data that a customer left through a promoter's share. It is attributed like a touch. */
export const leadTable = table(
  'customer_lead',
  {
    merchantId: column.id(),
    id: column.id(),
    customerId: column.id(),
    /** Null when nobody's touch or binding held. */
    promoterId: column.orNull(column.id()),
    shareCode: column.orNull(column.text(16)),
    campaign: column.orNull(column.outside()),
    name: column.orNull(column.text(128)),
    phone: column.orNull(column.text(32)),
    wish: column.orNull(column.text(500)),
    at: column.instant(),
  },
  {
    primary: ['merchantId', 'id'],
    indexes: [
      ['merchantId', 'promoterId', 'id'],
      ['merchantId', 'customerId', 'id'],
    ],
  },
);
export type LeadRow = RowOf<typeof leadTable>;
