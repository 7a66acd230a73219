import { z } from 'zod';
import * as field from '../common/fields';

/** How far something is: a bar from 0 to 1, and the sentence beside it. */
const progress = z.object({ share: z.number().min(0).max(1), text: z.string() });

/** What a promoter earns and why, in plain words of the request's language. */
export const memberPlan = z.object({
  /** The rate that an ordinary product earns now, `12%`, and the sentence that says why. */
  rate: z.string(),
  why: z.string(),
  /** Rates that differ, as sentences: rules for the promoter or the group, special rates of the programme. */
  rates: z.array(z.object({ sentence: z.string(), rate: z.string(), until: field.instant.nullable() })).max(50),
  programmeName: z.string(),
  /** Null while the ladder is off, or for a promoter beside it. */
  ladder: z
    .object({
      metricText: z.string(),
      value: z.string(),
      levels: z.array(
        z.object({
          name: z.string(),
          rate: z.string(),
          threshold: z.string(),
          state: z.enum(['passed', 'here', 'ahead']),
        }),
      ),
      next: progress.nullable(),
      /** The shop fixed the level by hand. */
      pinned: z.boolean(),
      reset: z.object({ at: field.instant, text: z.string() }).nullable(),
    })
    .nullable(),
  group: z
    .object({
      /** Null in the default group. */
      name: z.string().nullable(),
      pinned: z.boolean(),
      next: z.object({ name: z.string(), criteria: z.array(progress) }).nullable(),
    })
    .nullable(),
  /** Bonuses that run, and steps that can still be reached. */
  bonuses: z.array(
    z.object({
      sentence: z.string(),
      rate: z.string(),
      running: z.boolean(),
      until: field.instant.nullable(),
      /** `11 月 30 日结束`, `一直有效` */
      untilText: z.string().nullable(),
      progress: progress.nullable(),
    }),
  ),
  /** What own purchases earn, in one sentence; null where they earn nothing. */
  self: z.string().nullable(),
  /** What partners' sales earn, in one sentence; null while the network is off. */
  network: z.string().nullable(),
});
