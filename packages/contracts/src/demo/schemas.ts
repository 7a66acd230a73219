import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import type { demoRoutes } from './routes';

export const clock = z.object({ now: field.instant, offsetSeconds: field.count });

export const person = z.object({
  /** What `act-as` takes. */
  person: z.string(),
  name: z.string(),
  avatar: z.string().nullable(),
  /** `推广员`, `顾客`, `新面孔`, in the language of the request. */
  role: z.string(),
  merchant: z.string(),
  promoterCode: z.string().nullable(),
});

export const demoSchemas = {
  'demo.clock': { answer: clock },
  'demo.advance': { body: z.strictObject({ advanceSeconds: z.int().min(1).max(31_622_400) }), answer: clock },
  'demo.people': { answer: z.object({ data: z.array(person) }) },
  'demo.actAs': { body: z.strictObject({ person: z.string().max(64) }), answer: z.object({ code: z.string() }) },
  'demo.wx': {
    params: z.object({ call: z.string().regex(/^[a-zA-Z]{1,40}$/) }),
    body: z.record(z.string(), z.unknown()),
    answer: z.record(z.string(), z.unknown()),
  },
} as const satisfies SchemasFor<typeof demoRoutes>;
