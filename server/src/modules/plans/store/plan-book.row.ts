import { column, type RowOf, table } from '../../../foundation/db';

/** The frame of a merchant's rule book: what never changes, and the number of its latest saving. */
export const planBookTable = table(
  'plan_book',
  {
    merchantId: column.id(),
    /** ISO 4217. */
    currency: column.text(3),
    /** ISO 3166. */
    region: column.text(2),
    /** IANA. */
    timezone: column.text(64),
    version: column.count(),
  },
  { primary: ['merchantId'] },
);
export type PlanBookRow = RowOf<typeof planBookTable>;
