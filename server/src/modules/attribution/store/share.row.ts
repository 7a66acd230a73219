import { column, type RowOf, table } from '../../../foundation/db';

/** A promoter's share of a product or the shop: the short code in links, paths and mini-program codes. */
export const shareTable = table(
  'share',
  {
    merchantId: column.id(),
    code: column.text(16),
    promoterId: column.id(),
    sku: column.orNull(column.outside()),
    campaign: column.orNull(column.outside()),
    channel: column.text(16),
    /** An invitation to become a promoter. */
    isInvite: column.flag(),
    /** The promoter's own words above the card. */
    words: column.orNull(column.text(64)),
    createdAt: column.instant(),
    opens: column.count(),
  },
  {
    primary: ['merchantId', 'code'],
    indexes: [['merchantId', 'promoterId', 'createdAt']],
  },
);
export type ShareRow = RowOf<typeof shareTable>;
