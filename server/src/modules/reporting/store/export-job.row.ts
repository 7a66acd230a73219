import type { Lang } from '@fenrun/contracts';
import { column, type RowOf, table } from '../../../foundation/db';

export const EXPORT_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** A file that is written beside the answering of requests. The file itself is in DATA_DIR. */
export const exportJobTable = table(
  'export_job',
  {
    merchantId: column.id(),
    id: column.id(),
    kind: column.text<'commissions'>(16),
    state: column.text<ExportState>(16),
    createdAt: column.instant(),
    createdBy: column.text(128),
    lang: column.text<Lang>(2),
    filter: column.json<Record<string, unknown>>(),
    rowsWritten: column.count(),
    bytes: column.count(),
    fileName: column.text(200),
    finishedAt: column.orNull(column.instant()),
  },
  { primary: ['merchantId', 'id'], indexes: [['state']] },
);
export type ExportJobRow = RowOf<typeof exportJobTable>;
