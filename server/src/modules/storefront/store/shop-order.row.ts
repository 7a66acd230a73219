import { column, type RowOf, table } from '../../../foundation/db';
import type { ShopOrderStatus } from '../domain/shop-order-status';

/** Where a parcel goes. */
export interface DeliveryAddress {
  readonly name: string;
  readonly phone: string;
  readonly region: string;
  readonly detail: string;
}

/** An order of the mini-program, from checkout on. Once paid, it is also a sale of the same number. */
export const shopOrderTable = table(
  'shop_order',
  {
    merchantId: column.id(),
    /** 18 digits: the key of the sale and the number that WeChat Pay knows. */
    number: column.outside(),
    memberId: column.id(),
    openid: column.text(64),
    status: column.text<ShopOrderStatus>(24),
    currency: column.text(3),
    goods: column.money(),
    discount: column.money(),
    shipping: column.money(),
    /** What is to be paid: goods − discount + shipping. */
    total: column.money(),
    coupons: column.json<string[]>(),
    address: column.orNull(column.json<DeliveryAddress>()),
    remark: column.orNull(column.text(200)),
    ip: column.orNull(column.text(64)),
    createdAt: column.instant(),
    /** Unpaid until then, it is closed. */
    expiresAt: column.instant(),
    paidAt: column.orNull(column.instant()),
    shippedAt: column.orNull(column.instant()),
    receivedAt: column.orNull(column.instant()),
    closedAt: column.orNull(column.instant()),
    transactionId: column.orNull(column.text(64)),
    /** Whether it was recorded as a sale; a late payment that is given back at once is not. */
    isSale: column.flag(),
    /** What refunds under way or done take of the total. */
    refundClaimed: column.money(),
    refunded: column.money(),
  },
  {
    primary: ['merchantId', 'number'],
    indexes: [
      ['merchantId', 'memberId', 'createdAt', 'number'],
      ['merchantId', 'status', 'createdAt', 'number'],
    ],
  },
);
export type ShopOrderRow = RowOf<typeof shopOrderTable>;
