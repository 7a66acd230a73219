import { z } from 'zod';
import * as field from '../common/fields';
import { keysOf } from '../common/words';
import { rate } from '../plans/settings';
import { bonusMetricWords, bonusWindowWords, ladderMetricWords } from './labels';

/** The ladder, lowest level first. A threshold is an amount, or a whole number where the metric counts orders. */
export const ladderForm = z.strictObject({
  isOn: z.boolean(),
  metric: z.enum(keysOf(ladderMetricWords)),
  levels: z.array(z.strictObject({ programme: field.outsideId, threshold: field.money })).max(100),
  reset: z
    .strictObject({
      everyMonths: z.int().min(1).max(120),
      /** 1–31; a month that lacks the day takes its last. */
      day: z.int().min(1).max(31),
      from: field.day,
      /** One level down, or to the level of a programme (those above it only). */
      to: z.union([z.literal('previous'), z.strictObject({ programme: field.outsideId })]),
    })
    .nullable(),
});

/** All groups, lowest rank first. A group without `auto` is entered by hand only. */
export const groupsForm = z.strictObject({
  isOn: z.boolean(),
  groups: z
    .array(
      z.strictObject({
        id: field.outsideId,
        name: field.name,
        auto: z
          .strictObject({
            join: z.enum(['all', 'any']),
            compare: z.enum(['gte', 'gt']),
            criteria: z.strictObject({
              orders: field.count.optional(),
              revenue: field.money.optional(),
              customers: field.count.optional(),
            }),
          })
          .nullable(),
      }),
    )
    .max(200),
});

/** The steps of the tier bonus; they share one metric. `days` null is for good. */
export const tierBonusesForm = z.strictObject({
  metric: z.enum(keysOf(bonusMetricWords)),
  steps: z
    .array(
      z.strictObject({
        /** An amount, or a whole number for conversions; above 0. */
        threshold: field.money,
        window: z.enum(keysOf(bonusWindowWords)),
        rate,
        days: z.int().min(1).max(3650).nullable(),
      }),
    )
    .max(100),
});
