import { z } from 'zod';

/** Something that a check of the whole rule book found. An error refuses the saving, a warning does not. */
export const finding = z
  .object({
    severity: z.enum(['error', 'warning']),
    /** `rule-unreachable`, `rules-overlap`, `total-above-cap`, `unknown-sku`, … */
    code: z.string(),
    /** In the language of the request; it names the rules. */
    text: z.string(),
    /** What it is about, the one to change first. `kind` says where it is found. */
    about: z.array(
      z.object({
        kind: z.enum(['rule', 'programme', 'campaign', 'group', 'ladder', 'tier_bonus', 'settings', 'sku', 'promoter']),
        id: z.string(),
        name: z.string(),
      }),
    ),
    /** Where in the form that was sent the error is; null when it is about another thing of the book. */
    pointer: z.string().nullable(),
  })
  .meta({ id: 'Finding' });
