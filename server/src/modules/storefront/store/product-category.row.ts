import { column, type RowOf, table } from '../../../foundation/db';

/** A category of products; its id is what rules and sales name. */
export const productCategoryTable = table(
  'product_category',
  {
    merchantId: column.id(),
    id: column.outside(),
    name: column.text(128),
    /** Smaller stands earlier. */
    position: column.count(),
    createdAt: column.instant(),
  },
  { primary: ['merchantId', 'id'] },
);
export type ProductCategoryRow = RowOf<typeof productCategoryTable>;
