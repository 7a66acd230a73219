import { z } from 'zod';

/** One wrong field: where it is, a stable code, and what is wrong in the language of the request. */
export const fieldProblem = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });

/** RFC 9457 with a stable code, the wrong fields, and the number that the log knows. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(fieldProblem).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problem>;
export type FieldProblem = z.output<typeof fieldProblem>;
