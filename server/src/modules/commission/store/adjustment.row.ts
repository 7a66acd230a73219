import { column, type RowOf, table } from '../../../foundation/db';

export const ADJUSTMENT_KINDS = ['refund', 'manual', 'recalculation'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** A signed, reasoned change to a commission after the fact. Only ever added. */
export const adjustmentTable = table(
  'adjustment',
  {
    merchantId: column.id(),
    id: column.id(),
    commissionId: column.id(),
    kind: column.text<AdjustmentKind>(16),
    amount: column.money(),
    reason: column.orNull(column.text(500)),
    /** The refund that caused it, or itself. */
    causeId: column.id(),
    madeBy: column.orNull(column.text(64)),
    at: column.instant(),
  },
  { primary: ['merchantId', 'id'], indexes: [['merchantId', 'commissionId', 'id']] },
);
export type AdjustmentRow = RowOf<typeof adjustmentTable>;
