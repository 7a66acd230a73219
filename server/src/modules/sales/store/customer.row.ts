import { column, type RowOf, table } from '../../../foundation/db';

/** A buyer: found by the merchant's own id, else by verified phone, else by openid. */
export const customerTable = table(
  'customer',
  {
    merchantId: column.id(),
    id: column.id(),
    outsideId: column.orNull(column.outside()),
    phone: column.orNull(column.text(32)),
    openid: column.orNull(column.text(64)),
    name: column.orNull(column.text(128)),
    email: column.orNull(column.text(254)),
    address: column.orNull(column.text(500)),
    createdAt: column.instant(),
    /** The earliest paid time of the recorded orders; who pays at or after it again is returning. */
    firstPaidAt: column.orNull(column.instant()),
    lastPaidAt: column.orNull(column.instant()),
    orders: column.count(),
    /** Order amounts in all, refunds not taken off. */
    spent: column.money(),
  },
  {
    primary: ['merchantId', 'id'],
    unique: [
      ['merchantId', 'outsideId'],
      ['merchantId', 'openid'],
    ],
    indexes: [
      ['merchantId', 'phone'],
      ['merchantId', 'lastPaidAt', 'id'],
    ],
  },
);
export type CustomerRow = RowOf<typeof customerTable>;
