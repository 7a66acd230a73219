import { isOutsideId, isRefusal, parseDay, parseInstant, parsePercent } from '@fenrun/kernel';
import { z } from 'zod';

/** The smallest parts of a scenario file, and the rule, which stands in files and in events. */

export const id = z.string().refine(isOutsideId, 'not an id: 1 to 64 characters, no white space at its ends');
export const amount = z.string().regex(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/, 'not a decimal amount');
export const percentText = z
  .string()
  .refine((text) => !isRefusal(parsePercent(text)), 'not a percent of up to 4 places');
export const when = z
  .string()
  .refine((text) => !isRefusal(parseInstant(text)) || !isRefusal(parseDay(text)), 'not a day or an RFC 3339 instant');
export const instant = z
  .string()
  .refine((text) => !isRefusal(parseInstant(text)), 'not an RFC 3339 instant with an offset');
export const whole = z.number().int();
export const days = whole.nonnegative();

export const rate = z.union([
  z.strictObject({ percent: percentText }),
  z.strictObject({ fixed: amount, per: z.enum(['order', 'unit']) }),
]);
export const range = z.strictObject({ from: amount.nullish(), to: amount.nullish() });

export const rule = z.strictObject({
  id,
  layer: z.enum(['sales_match', 'individual', 'group']),
  priority: whole.nullish(),
  from: when.nullish(),
  to: when.nullish(),
  scope: z.enum(['order', 'matched_lines']).nullish(),
  promoters: z.array(id).nullish(),
  groups: z.array(id).nullish(),
  when: z
    .strictObject({
      coupons: z.array(id).nullish(),
      skus: z.array(id).nullish(),
      categories: z.array(z.string()).nullish(),
      country: z.array(z.string()).nullish(),
      customer: z.enum(['new', 'returning']).nullish(),
      amount: range.nullish(),
      campaign: id.nullish(),
      orderType: z.enum(['one_time', 'recurring', 'manual']).nullish(),
      subId: z.string().nullish(),
    })
    .nullish(),
  rate,
});
