import { column, type RowOf, table } from '../../../foundation/db';

/** How many counted direct orders of a promoter a customer has; distinct customers are those with at least one. */
export const customerCountTable = table(
  'climb_customer',
  { merchantId: column.id(), promoterId: column.id(), customerId: column.id(), orders: column.count() },
  { primary: ['merchantId', 'promoterId', 'customerId'] },
);
export type CustomerCountRow = RowOf<typeof customerCountTable>;
