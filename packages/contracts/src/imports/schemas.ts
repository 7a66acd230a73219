import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { importKindWords, importStateWords } from './labels';
import type { importsRoutes } from './routes';

const kind = z.enum(keysOf(importKindWords));

/** Our field → the file's header, or a constant for all rows. The same form as MAP.json of the command. */
export const mapping = z.strictObject({
  columns: z.record(z.string().max(64), z.string().max(256)),
  constants: z.record(z.string().max(64), z.string().max(256)).optional(),
  dateFormat: z.string().max(64).optional(),
  timezone: field.timezone.optional(),
  cancellation: z
    .strictObject({ field: z.string().max(64), prefix: z.string().min(1).max(32) })
    .nullable()
    .optional(),
});

export const importJob = z.object({
  id: z.string(),
  kind,
  fileName: z.string(),
  state: z.enum(keysOf(importStateWords)),
  createdAt: field.instant,
  by: z.string(),
  bytes: field.count,
  columns: z.array(z.string()),
  /** The first rows, as text. */
  sample: z.array(z.array(z.string())),
  /** What the columns' names suggest. */
  suggested: mapping,
  /** Fields that this kind knows, in their order; `required` ones need a column or a constant. */
  fields: z.array(z.object({ field: z.string(), label: z.string(), required: z.boolean(), hint: z.string() })),
  mapping: mapping.nullable(),
  dryRun: z.boolean(),
  progress: z.object({ rows: field.count, bytes: field.count, totalBytes: field.count }),
  counts: z.object({
    rows: field.count,
    /** Orders, for orders; else the rows. */
    items: field.count,
    recorded: field.count,
    repeated: field.count,
    refused: field.count,
    kept: field.count,
  }),
  /** Why it broke off, in the language of the request. */
  problem: z.string().nullable(),
  finishedAt: field.instant.nullable(),
});

export const importProblem = z.object({
  kind: z.enum(['refused', 'kept']),
  /** The order or code that the rows belong to. */
  item: z.string().nullable(),
  rows: z.array(field.count),
  code: z.string(),
  detail: z.string(),
});

const byId = z.object({ id: field.id });

export const importsSchemas = {
  'imports.list': { query: z.strictObject({ ...field.paging, kind: kind.optional() }), answer: field.page(importJob) },
  'imports.upload': {
    query: z.strictObject({ kind, name: z.string().max(200).default('import.csv') }),
    answer: importJob,
  },
  'imports.read': { params: byId, answer: importJob },
  'imports.map': { params: byId, body: mapping, answer: importJob },
  'imports.dryRun': { params: byId, answer: importJob },
  'imports.run': { params: byId, answer: importJob },
  'imports.problems': {
    params: byId,
    query: z.strictObject({ ...field.paging, kind: z.enum(['refused', 'kept']).optional() }),
    answer: field
      .page(importProblem)
      .extend({ byCode: z.array(z.object({ code: z.string(), detail: z.string(), count: field.count })) }),
  },
  'imports.problemsCsv': { params: byId, answer: field.nothing },
} as const satisfies SchemasFor<typeof importsRoutes>;

export type Mapping = z.output<typeof mapping>;
