import { z } from 'zod';
import * as field from '../common/fields';
import { keysOf } from '../common/words';
import { rate } from '../plans/settings';
import { customerConditionWords, ruleLayerWords, ruleScopeWords } from './labels';

const codes = (most: number) => z.array(field.outsideId).max(most).default([]);

/** What must hold; all given ones together, one hit is enough in a list. Individual and group rules take products only. */
export const ruleConditions = z.strictObject({
  coupons: codes(1000),
  skus: codes(10_000),
  categories: codes(1000),
  country: z.array(field.region).max(300).default([]),
  customer: z.enum(keysOf(customerConditionWords)).nullable().default(null),
  /** Of the whole order after all discounts: from included, to excluded. */
  amount: z
    .strictObject({ from: field.money.nullable().default(null), to: field.money.nullable().default(null) })
    .nullable()
    .default(null),
  campaign: field.outsideId.nullable().default(null),
  orderType: z.enum(['one_time', 'recurring', 'manual']).nullable().default(null),
  subId: field.outsideId.nullable().default(null),
});

/** A rule as people write it. A day as `from` or `to` means its first instant in the merchant's zone; `to` is excluded. */
export const ruleFields = {
  layer: z.enum(keysOf(ruleLayerWords)),
  /** A name for people; may be empty. */
  name: field.text(128).default(''),
  /** Smaller goes first; null is 100. */
  priority: z.int().min(0).max(1_000_000).nullable().default(null),
  from: field.instantOrDay.nullable().default(null),
  to: field.instantOrDay.nullable().default(null),
  scope: z.enum(keysOf(ruleScopeWords)).nullable().default(null),
  promoters: codes(10_000),
  groups: codes(200),
  when: ruleConditions.prefault({}),
  rate,
};

export const ruleForm = z.strictObject(ruleFields);
