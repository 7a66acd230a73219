import type { CommissionKind, CommissionStatus, DecidedBy } from '@fenrun/engine';
import { column, type RowOf, table } from '../../../foundation/db';

/** What one payee earns on one order. */
export const commissionTable = table(
  'commission',
  {
    merchantId: column.id(),
    id: column.id(),
    saleId: column.id(),
    payeeId: column.id(),
    kind: column.text<CommissionKind>(16),
    status: column.text<CommissionStatus>(16),
    /** What was decided at sale. */
    amount: column.money(),
    /** `amount` and all adjustments. */
    net: column.money(),
    /** The order's base and what is left of it is in `settlement`; this is the sum of the commission's own lines' bases. */
    base: column.money(),
    programme: column.orNull(column.outside()),
    groupCode: column.orNull(column.outside()),
    campaign: column.orNull(column.outside()),
    paidAt: column.instant(),
    createdAt: column.instant(),
    /** When it matures; null while the order's completion is awaited without a date. */
    dueAt: column.instant(),
    maturedAt: column.orNull(column.instant()),
    approvedAt: column.orNull(column.instant()),
    /** Who decided last; the merchant's default counts as a rule. */
    decidedBy: column.orNull(column.text<NonNullable<DecidedBy>>(16)),
    decidedById: column.orNull(column.text(64)),
    decidedAt: column.orNull(column.instant()),
    /** Why a person decided so, or `rule:2`: the approval rule that decided, or that asked for a person. */
    reason: column.orNull(column.text(500)),
    /** When it was marked as paid out. */
    paidOutAt: column.orNull(column.instant()),
    /** When anything of it last changed that its promoter should see. */
    movedAt: column.instant(),
  },
  {
    primary: ['merchantId', 'id'],
    unique: [['merchantId', 'saleId', 'payeeId', 'kind']],
    indexes: [
      ['merchantId', 'status', 'dueAt', 'id'],
      ['merchantId', 'payeeId', 'status', 'approvedAt', 'id'],
      ['merchantId', 'payeeId', 'paidAt', 'id'],
      ['merchantId', 'paidAt', 'id'],
    ],
  },
);
export type CommissionRow = RowOf<typeof commissionTable>;
