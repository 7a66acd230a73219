import { z } from 'zod';
import { commissionFilter } from '../commission/schemas';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import type { exportsRoutes } from './routes';

export const exportJob = z.object({
  id: z.string(),
  kind: z.enum(['commissions']),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  createdAt: field.instant,
  by: z.string(),
  lang: field.lang,
  /** The filter that was used, as it was given. */
  filter: z.record(z.string(), z.unknown()),
  rows: field.count,
  totalRows: field.count.nullable(),
  bytes: field.count,
  fileName: z.string(),
  finishedAt: field.instant.nullable(),
});

const byId = z.object({ id: field.id });

export const exportsSchemas = {
  'exports.list': { query: z.strictObject(field.paging), answer: field.page(exportJob) },
  'exports.start': {
    body: z.strictObject({
      kind: z.enum(['commissions']),
      filter: z.strictObject(commissionFilter).default({}),
      lang: field.lang.default('zh'),
    }),
    answer: exportJob,
  },
  'exports.read': { params: byId, answer: exportJob },
  'exports.file': { params: byId, answer: field.nothing },
} as const satisfies SchemasFor<typeof exportsRoutes>;
