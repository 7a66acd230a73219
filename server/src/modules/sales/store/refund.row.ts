import { column, type RowOf, table } from '../../../foundation/db';

/** What a refund asks for: pieces, amounts (minor units of the base), or all that is left. */
export type RefundAsk =
  | { readonly kind: 'pieces'; readonly lines: readonly { sku: string; quantity: number }[] }
  | { readonly kind: 'amounts'; readonly amounts: readonly { sku: string; amount: number }[] }
  | { readonly kind: 'rest' };

/** A refund as it was told to us; it waits until its order is there. */
export const refundTable = table(
  'refund',
  {
    merchantId: column.id(),
    id: column.id(),
    /** The source's own key of the refund. */
    outsideId: column.outside(),
    saleOutsideId: column.outside(),
    /** Null while the order is not known. */
    saleId: column.orNull(column.id()),
    source: column.text(16),
    refundedAt: column.instant(),
    recordedAt: column.instant(),
    ask: column.json<RefundAsk>(),
    /** Why, where a person entered it. */
    reason: column.orNull(column.text(500)),
    fingerprint: column.text(43),
    appliedAt: column.orNull(column.instant()),
  },
  {
    primary: ['merchantId', 'id'],
    unique: [['merchantId', 'outsideId']],
    indexes: [['merchantId', 'saleOutsideId']],
  },
);
export type RefundRow = RowOf<typeof refundTable>;
