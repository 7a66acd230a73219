import type { PayoutStatus } from '@fenrun/engine';
import { column, type RowOf, table } from '../../../foundation/db';

/** A state that a payout entered, when, and by whom. Only ever added. */
export const payoutStepTable = table(
  'payout_step',
  {
    merchantId: column.id(),
    payoutId: column.id(),
    id: column.id(),
    status: column.text<PayoutStatus>(16),
    at: column.instant(),
    /** A person of staff, a key or a member; null for what happened by itself. */
    madeBy: column.orNull(column.text(64)),
    reason: column.orNull(column.text(500)),
  },
  { primary: ['merchantId', 'payoutId', 'id'] },
);
export type PayoutStepRow = RowOf<typeof payoutStepTable>;
