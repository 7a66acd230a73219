import type { CommissionLayer } from '@fenrun/engine';
import { column, type RowOf, table } from '../../../foundation/db';

/** A commission's part of one order line, as decided at sale, and as a recalculation decided it since. */
export const commissionLineTable = table(
  'commission_line',
  {
    merchantId: column.id(),
    commissionId: column.id(),
    lineNo: column.count(),
    base: column.money(),
    amount: column.money(),
    /** The winner, as in the trace (`R1`, `programme:P1:TEA`); null if nothing won. */
    rule: column.orNull(column.text(160)),
    layer: column.orNull(column.text<CommissionLayer>(16)),
    /** What the last recalculation decided in place of `amount`; null before the first that changed something. */
    recalculated: column.orNull(column.money()),
  },
  { primary: ['merchantId', 'commissionId', 'lineNo'] },
);
export type CommissionLineRow = RowOf<typeof commissionLineTable>;
