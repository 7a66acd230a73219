import { column, type RowOf, table } from '../../../foundation/db';

export const BACK_TEST_CUTS = ['promoter', 'product', 'day'] as const;
/** By what sales are added up. */
export type BackTestCut = (typeof BACK_TEST_CUTS)[number];

/** What one promoter, product or day would have earned by the old and the new rule book, in the order in which it is shown. */
export const backTestSumTable = table(
  'back_test_sum',
  {
    merchantId: column.id(),
    testId: column.id(),
    cut: column.text<BackTestCut>(16),
    /** The largest difference first; days in order. */
    place: column.count(),
    /** Our id of the promoter, the SKU, or the day. */
    subject: column.outside(),
    /** What the product was called in a sale. */
    name: column.orNull(column.text(255)),
    sales: column.count(),
    old: column.money(),
    fresh: column.money(),
  },
  { primary: ['merchantId', 'testId', 'cut', 'place'] },
);
export type BackTestSumRow = RowOf<typeof backTestSumTable>;
