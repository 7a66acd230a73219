import { z } from 'zod';
import * as field from '../common/fields';
import { keysOf } from '../common/words';
import { layerWords } from '../plans/labels';

const layer = z.enum(keysOf(layerWords));

/** One rate that was looked at for a line: the winner has no reason; every other says why it lost. */
export const candidate = z.object({
  layer,
  /** As in scenarios: the rule’s id, `programme:P1:TEA`, `tier_bonus:1`, … */
  rule: z.string(),
  /** The rule as a sentence in the language of the request. */
  sentence: z.string(),
  /** `12%` or `¥5.00 / 单` */
  rate: z.string(),
  won: z.boolean(),
  /** `lower_layer`, `condition_failed:coupons`, …; null for the winner. */
  reason: z.string().nullable(),
  reasonText: z.string().nullable(),
});

/** How the base of a line came about; every part is a decimal string with its sign. */
export const baseBreakdown = z.object({
  price: field.money,
  quantity: field.count,
  goods: field.money,
  lineDiscount: field.signedMoney,
  orderDiscountShare: field.signedMoney,
  tax: field.signedMoney,
  shippingShare: field.signedMoney,
  excluded: z.boolean(),
  base: field.money,
});

export const traceLine = z.object({
  index: field.count,
  sku: z.string(),
  name: z.string().nullable(),
  image: z.string().nullable(),
  quantity: field.count,
  breakdown: baseBreakdown,
  candidates: z.array(candidate),
  winner: candidate.nullable(),
  /** `¥731.45 × 12% = 87.774，四舍五入到分` */
  computation: z.string(),
  amount: field.money,
  /** What the cap cut off. */
  cut: field.money,
});

export const trace = z.object({
  /** Why nothing at all was earned, when that is so. */
  nothing: z.string().nullable(),
  lines: z.array(traceLine),
  orderDiscount: field.money,
  attribution: z.string(),
  /** The versions that decided: rule book and settings. */
  versions: z.object({ rules: z.number(), settings: z.number() }),
});
