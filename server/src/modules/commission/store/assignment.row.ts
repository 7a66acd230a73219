import { column, type RowOf, table } from '../../../foundation/db';

/** A person gave a sale that nobody got to a promoter. Only ever added. */
export const assignmentTable = table(
  'assignment',
  {
    merchantId: column.id(),
    saleId: column.id(),
    id: column.id(),
    promoterId: column.id(),
    reason: column.text(500),
    madeBy: column.orNull(column.text(64)),
    at: column.instant(),
  },
  { primary: ['merchantId', 'saleId', 'id'] },
);
export type AssignmentRow = RowOf<typeof assignmentTable>;
