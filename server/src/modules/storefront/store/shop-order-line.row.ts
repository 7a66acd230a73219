import { column, type RowOf, table } from '../../../foundation/db';

/** One line of a shop order, with the name and the price of that moment. A SKU stands on one line only. */
export const shopOrderLineTable = table(
  'shop_order_line',
  {
    merchantId: column.id(),
    orderNumber: column.outside(),
    lineNo: column.count(),
    sku: column.outside(),
    name: column.text(128),
    specification: column.text(100),
    category: column.orNull(column.outside()),
    picture: column.orNull(column.text(64)),
    quantity: column.count(),
    price: column.money(),
    /** The line's share of the order's discount. */
    discount: column.money(),
    /** What refunds under way or done take of this line. */
    claimedPieces: column.count(),
    claimedAmount: column.money(),
  },
  { primary: ['merchantId', 'orderNumber', 'lineNo'] },
);
export type ShopOrderLineRow = RowOf<typeof shopOrderLineTable>;
