import { column, type RowOf, table } from '../../../foundation/db';

/** A customer is bound to a promoter in `[fromAt, toAt)`. The latest one that began is the one that counts. Only ever added. */
export const bindingTable = table(
  'binding',
  {
    merchantId: column.id(),
    customerId: column.id(),
    fromAt: column.instant(),
    id: column.id(),
    promoterId: column.id(),
    toAt: column.instant(),
  },
  { primary: ['merchantId', 'customerId', 'fromAt', 'id'] },
);
export type BindingRow = RowOf<typeof bindingTable>;
