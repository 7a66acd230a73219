import { column, type RowOf, table } from '../../../foundation/db';

/** What a coupon takes off an order: a percent or an amount. */
export type CouponDiscount = { readonly percent: string } | { readonly amount: number };

/** A coupon code. `foldedCode` is how codes are compared: they ignore letter case. */
export const couponTable = table(
  'coupon',
  {
    merchantId: column.id(),
    foldedCode: column.outside(),
    code: column.outside(),
    /** The promoter to whom sales with it go; null changes nothing. */
    ownerId: column.orNull(column.id()),
    discount: column.orNull(column.json<CouponDiscount>()),
    fromAt: column.orNull(column.instant()),
    toAt: column.orNull(column.instant()),
    useLimit: column.orNull(column.count()),
    uses: column.count(),
    isActive: column.flag(),
    createdAt: column.instant(),
  },
  { primary: ['merchantId', 'foldedCode'], indexes: [['merchantId', 'ownerId']] },
);
export type CouponRow = RowOf<typeof couponTable>;
