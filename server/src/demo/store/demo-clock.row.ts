import { column, type RowOf, table } from '../../foundation/db';

/** How far business time was moved. One row, of the installation. */
export const demoClockTable = table(
  'demo_clock',
  { id: column.text(8), offsetMs: column.count() },
  { primary: ['id'] },
);
export type DemoClockRow = RowOf<typeof demoClockTable>;
