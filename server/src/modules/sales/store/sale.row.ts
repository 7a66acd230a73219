import { column, type RowOf, table } from '../../../foundation/db';

export const SALE_TYPES = ['one_time', 'recurring', 'manual'] as const;
export type SaleType = (typeof SALE_TYPES)[number];
export const SALE_SOURCES = ['webhook', 'shop', 'manual', 'import', 'scenario'] as const;
export type SaleSource = (typeof SALE_SOURCES)[number];

/** One paid order as it was told to us. Never updated but for its completion. */
export const saleTable = table(
  'sale',
  {
    merchantId: column.id(),
    id: column.id(),
    /** The source's own key of the order. */
    outsideId: column.outside(),
    source: column.text<SaleSource>(16),
    type: column.text<SaleType>(16),
    paidAt: column.instant(),
    recordedAt: column.instant(),
    customerId: column.orNull(column.id()),
    country: column.orNull(column.text(64)),
    /** The promoter's code that the order names, as it came. */
    promoterCode: column.orNull(column.outside()),
    subscription: column.orNull(column.outside()),
    sequence: column.orNull(column.count()),
    campaign: column.orNull(column.outside()),
    subId: column.orNull(column.text(64)),
    coupons: column.json<string[]>(),
    discount: column.money(),
    shipping: column.money(),
    /** Σ price × quantity − all discounts, all lines, without added tax and shipping. */
    amount: column.money(),
    /** The taxes of all lines; added to what was paid unless prices include them. */
    tax: column.money(),
    manualCommission: column.orNull(column.money()),
    device: column.orNull(column.text(200)),
    ip: column.orNull(column.text(64)),
    metadata: column.orNull(column.json<unknown>()),
    /** A digest of all that money and attribution depend on, after normalising. */
    fingerprint: column.text(43),
    completedAt: column.orNull(column.instant()),
    /** `receipt`, `store`, `automatic`. */
    completedBy: column.orNull(column.text(16)),
  },
  {
    primary: ['merchantId', 'id'],
    unique: [['merchantId', 'outsideId']],
    indexes: [
      ['merchantId', 'paidAt', 'id'],
      ['merchantId', 'customerId', 'paidAt'],
      ['merchantId', 'subscription', 'sequence'],
    ],
  },
);
export type SaleRow = RowOf<typeof saleTable>;
