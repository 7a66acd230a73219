import { column, type RowOf, table } from '../../../foundation/db';

/** A reset of the ladder that was run: one per cycle, however often the job starts. */
export const resetTable = table(
  'climb_reset',
  { merchantId: column.id(), at: column.instant(), moved: column.count(), ranAt: column.instant() },
  { primary: ['merchantId', 'at'] },
);
export type ResetRow = RowOf<typeof resetTable>;
