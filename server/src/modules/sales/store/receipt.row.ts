import { column, type RowOf, table } from '../../../foundation/db';

/** The word that an order was received, by the buyer or the store; it waits until its order is there. The first one counts. */
export const receiptTable = table(
  'receipt',
  {
    merchantId: column.id(),
    saleOutsideId: column.outside(),
    receivedAt: column.instant(),
    recordedAt: column.instant(),
    told: column.text(16),
  },
  { primary: ['merchantId', 'saleOutsideId'] },
);
export type ReceiptRow = RowOf<typeof receiptTable>;
