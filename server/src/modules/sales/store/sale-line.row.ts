import { column, type RowOf, table } from '../../../foundation/db';

/** One line of a sale, as it was told to us. */
export const saleLineTable = table(
  'sale_line',
  {
    merchantId: column.id(),
    saleId: column.id(),
    lineNo: column.count(),
    sku: column.outside(),
    name: column.orNull(column.text(255)),
    category: column.orNull(column.text(64)),
    quantity: column.count(),
    price: column.money(),
    discount: column.money(),
    tax: column.money(),
  },
  { primary: ['merchantId', 'saleId', 'lineNo'], indexes: [['merchantId', 'sku', 'saleId']] },
);
export type SaleLineRow = RowOf<typeof saleLineTable>;
