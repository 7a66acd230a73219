import { column, type RowOf, table } from '../../foundation/db';

/** Rows of an import that were refused or kept for a person, and why. Replaced by each run. */
export const importProblemTable = table(
  'import_problem',
  {
    merchantId: column.id(),
    jobId: column.id(),
    place: column.count(),
    kind: column.text<'refused' | 'kept'>(8),
    /** The order, code or SKU that the rows belong to, as it stood there. */
    item: column.long(),
    atRows: column.json<number[]>(),
    code: column.text(64),
    field: column.text(64),
    /** The text that stood in the field. */
    told: column.long(),
    /** The row where the problem stands. */
    atRow: column.count(),
  },
  { primary: ['merchantId', 'jobId', 'place'] },
);
export type ImportProblemRow = RowOf<typeof importProblemTable>;
