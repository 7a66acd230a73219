import { column, type RowOf, table } from '../../../foundation/db';

/** How far a merchant's timeline has been worked. Its row is the lock under which the merchant's money moves. */
export const timelineTable = table(
  'timeline',
  {
    merchantId: column.id(),
    at: column.instant(),
    /** The last reset that ran; counters restart there. */
    cycleAt: column.instant(),
    /** Up to and including which instant resets and firsts of the month have been run. */
    specialAt: column.instant(),
  },
  { primary: ['merchantId'] },
);
export type TimelineRow = RowOf<typeof timelineTable>;
