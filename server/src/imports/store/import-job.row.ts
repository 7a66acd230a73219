import type { Mapping } from '@fenrun/contracts';
import { column, type RowOf, table } from '../../foundation/db';

export const IMPORT_KINDS = ['orders', 'promoters', 'products'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const IMPORT_STATES = ['uploaded', 'checking', 'checked', 'running', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A file that somebody uploaded, and how far its import is. The file itself is in DATA_DIR. */
export const importJobTable = table(
  'import_job',
  {
    merchantId: column.id(),
    id: column.id(),
    kind: column.text<ImportKind>(16),
    fileName: column.text(200),
    state: column.text<ImportState>(16),
    createdAt: column.instant(),
    createdBy: column.text(128),
    bytes: column.count(),
    header: column.json<string[]>(),
    sample: column.json<string[][]>(),
    mapping: column.orNull(column.json<Mapping>()),
    /** Whether the counts are those of a dry run. */
    isDryRun: column.flag(),
    rowsRead: column.count(),
    bytesRead: column.count(),
    items: column.count(),
    recorded: column.count(),
    repeated: column.count(),
    refused: column.count(),
    kept: column.count(),
    /** The refusal's code that broke it off. */
    problem: column.orNull(column.text(64)),
    finishedAt: column.orNull(column.instant()),
  },
  { primary: ['merchantId', 'id'], indexes: [['state']] },
);
export type ImportJobRow = RowOf<typeof importJobTable>;
