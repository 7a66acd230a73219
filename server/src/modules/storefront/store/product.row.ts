import { column, type RowOf, table } from '../../../foundation/db';

/** What the merchant sells in the mini-program. `version` counts saves, so that two people do not overwrite each other. */
export const productTable = table(
  'product',
  {
    merchantId: column.id(),
    sku: column.outside(),
    name: column.text(128),
    /** The selling point under the name. */
    subtitle: column.text(100),
    description: column.long(),
    /** `120 克` */
    specification: column.text(100),
    /** Id of its category, as rules and sales name it. */
    category: column.orNull(column.outside()),
    price: column.money(),
    /** Ids of pictures, the cover first. */
    pictures: column.json<string[]>(),
    /** What can still be bought. */
    stock: column.count(),
    /** What unpaid orders hold. */
    held: column.count(),
    sold: column.count(),
    isOnShelf: column.flag(),
    version: column.count(),
    createdAt: column.instant(),
    updatedAt: column.instant(),
  },
  {
    primary: ['merchantId', 'sku'],
    indexes: [
      ['merchantId', 'updatedAt', 'sku'],
      ['merchantId', 'category', 'sku'],
    ],
  },
);
export type ProductRow = RowOf<typeof productTable>;
