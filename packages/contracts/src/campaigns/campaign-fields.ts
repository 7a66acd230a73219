import { z } from 'zod';
import * as field from '../common/fields';

export const campaignBonus = z
  .union([
    z.strictObject({ kind: z.literal('per_order'), amount: field.money }),
    z.strictObject({ kind: z.literal('every_nth'), amount: field.money, every: z.int().min(2).max(100_000) }),
  ])
  .nullable();

/** A campaign as people write it. Days mean their first instant in the merchant's zone; `to` is excluded. Without products it covers all. */
export const campaignFields = {
  name: field.name,
  /** A line for promoters. */
  text: field.text(500).default(''),
  /** The address of an uploaded picture. No other: members' phones would load it from wherever it says. */
  image: z
    .string()
    .regex(/^\/api\/v1\/pictures\/[\w.-]{1,100}$/, { error: 'unknown-value' })
    .nullable()
    .default(null),
  from: field.instantOrDay.nullable().default(null),
  to: field.instantOrDay.nullable().default(null),
  skus: z.array(field.outsideId).max(10_000).default([]),
  categories: z.array(field.outsideId).max(1000).default([]),
  bonus: campaignBonus.default(null),
};
