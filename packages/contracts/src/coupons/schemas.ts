import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { couponStateWords } from './labels';
import type { couponsRoutes } from './routes';

const couponFields = {
  /** The promoter's code to whom sales with it go; null changes nothing. */
  owner: field.outsideId.nullable().default(null),
  /** What it takes off an order's goods; null takes off nothing and only attributes or matches rules. */
  discount: z
    .union([z.strictObject({ percent: field.percent }), z.strictObject({ amount: field.money })])
    .nullable()
    .default(null),
  from: field.instantOrDay.nullable().default(null),
  to: field.instantOrDay.nullable().default(null),
  useLimit: z.int().min(1).max(1_000_000_000).nullable().default(null),
  active: z.boolean().default(true),
};

export const coupon = z.object({
  code: z.string(),
  ...couponFields,
  ownerName: z.string().nullable(),
  from: field.instant.nullable(),
  to: field.instant.nullable(),
  /** Uses in the mini-program's checkout. */
  uses: field.count,
  state: z.enum(keysOf(couponStateWords)),
  createdAt: field.instant,
  /** How many of the rules that are not over ask for it. */
  rules: field.count,
});

const byCode = z.object({ code: field.outsideId });

export const couponsSchemas = {
  'coupons.list': {
    query: z.strictObject({
      ...field.paging,
      state: field.someOf(keysOf(couponStateWords)).optional(),
      owner: z.string().max(64).optional(),
      q: z.string().max(100).optional(),
    }),
    answer: field.page(coupon),
  },
  'coupons.add': { body: z.strictObject({ code: field.addressedId, ...couponFields }), answer: coupon },
  'coupons.read': { params: byCode, answer: coupon },
  'coupons.save': { params: byCode, body: z.strictObject(couponFields), answer: coupon },
} as const satisfies SchemasFor<typeof couponsRoutes>;
