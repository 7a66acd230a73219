import { column, type RowOf, table } from '../../../foundation/db';

/** A direct sale that counts now, by its paid time, for the metrics of tier bonuses. */
export const countedSaleTable = table(
  'climb_sale',
  {
    merchantId: column.id(),
    promoterId: column.id(),
    paidAt: column.instant(),
    saleId: column.id(),
    base: column.money(),
  },
  { primary: ['merchantId', 'promoterId', 'paidAt', 'saleId'] },
);
export type CountedSaleRow = RowOf<typeof countedSaleTable>;
