import type { Rate } from '@fenrun/kernel';
import { column, type RowOf, table } from '../../../foundation/db';

/** A tier bonus that was started: its step, threshold and rate as they were, and the window in which it holds. */
export const bonusRunTable = table(
  'climb_bonus',
  {
    merchantId: column.id(),
    promoterId: column.id(),
    id: column.id(),
    step: column.count(),
    threshold: column.count(),
    rate: column.json<Rate>(),
    fromAt: column.instant(),
    /** `FOREVER` for a permanent one. */
    toAt: column.instant(),
  },
  { primary: ['merchantId', 'promoterId', 'id'] },
);
export type BonusRunRow = RowOf<typeof bonusRunTable>;
