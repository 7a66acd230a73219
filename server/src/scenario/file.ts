import { isRefusal, isZone, parseDay } from '@fenrun/kernel';
import { z } from 'zod';
import { event } from './file-events';
import { amount, days, id, percentText, range, rate, rule, when, whole } from './file-fields';

/** The form of a scenario file. Source: shared scenario format; unknown keys are refused everywhere. */

const rateMap = z.record(z.string(), rate);
const countRange = z.strictObject({ from: whole.nullish(), to: whole.nullish() });

const approvalRule = z.strictObject({
  when: z
    .strictObject({
      amount: range.nullish(),
      orderType: z.enum(['one_time', 'recurring', 'manual']).nullish(),
      promoterAgeDays: countRange.nullish(),
      groups: z.array(id).nullish(),
      riskScore: countRange.nullish(),
    })
    .nullish(),
  outcome: z.enum(['approve', 'review', 'reject']),
});

const settings = z.strictObject({
  hold: z.strictObject({ from: z.enum(['paid', 'completed']), days }).optional(),
  autoCompleteDays: days.optional(),
  approval: z.strictObject({ default: z.enum(['auto', 'manual']), rules: z.array(approvalRule).optional() }).optional(),
  risk: z.enum(['on', 'off']).optional(),
  groupVsTier: z.enum(['strict', 'higher_wins']).optional(),
  maxCommissionPercent: percentText.optional(),
  demoteOnRefund: z.boolean().optional(),
  base: z
    .strictObject({
      tax: z.boolean().optional(),
      shipping: z.boolean().optional(),
      pricesIncludeTax: z.boolean().optional(),
    })
    .optional(),
  excludedSkus: z.array(id).optional(),
  network: z
    .strictObject({ basis: z.enum(['sale', 'commission']).optional(), levels: z.array(percentText) })
    .optional(),
  selfPurchase: z
    .strictObject({
      mode: z.enum(['block', 'normal', 'rebate']),
      rates: z
        .strictObject({
          default: rate.nullish(),
          skus: rateMap.nullish(),
          categories: rateMap.nullish(),
          campaigns: rateMap.nullish(),
        })
        .nullish(),
      payNetwork: z.boolean().optional(),
      countInMetrics: z.boolean().optional(),
    })
    .optional(),
  attribution: z
    .strictObject({
      windowDays: days.optional(),
      touch: z.enum(['first', 'last']).optional(),
      binding: z.enum(['none', 'window', 'permanent']).optional(),
      bindingDays: days.nullish(),
      onOtherTouch: z.enum(['keep_first', 'take_last']).optional(),
    })
    .optional(),
  payout: z.strictObject({ minimum: amount.optional() }).optional(),
});

export const scenarioFile = z.strictObject({
  title: z.string(),
  merchant: z
    .strictObject({
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
      timezone: z.string().refine(isZone, 'not a time zone').optional(),
      region: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      settings: settings.optional(),
    })
    .optional(),
  products: z.array(z.strictObject({ sku: id, category: z.string().nullish(), name: z.string().nullish() })).optional(),
  programmes: z
    .array(
      z.strictObject({
        id,
        name: z.string().optional(),
        default: z.boolean().optional(),
        rate: rate.nullish(),
        skus: rateMap.nullish(),
        categories: rateMap.nullish(),
        recurring: z
          .discriminatedUnion('mode', [
            z.strictObject({ mode: z.literal('forever') }),
            z.strictObject({ mode: z.literal('first_only') }),
            z.strictObject({ mode: z.literal('first_n'), n: whole.positive() }),
          ])
          .nullish(),
        active: z.boolean().optional(),
      }),
    )
    .min(1),
  ladder: z
    .strictObject({
      metric: z.enum([
        'referral_order_value',
        'referral_order_count',
        'earned_commission',
        'downline_sales',
        'personal_volume',
      ]),
      levels: z.array(z.strictObject({ programme: id, threshold: z.union([amount, whole]) })).min(1),
      reset: z
        .strictObject({
          everyMonths: whole.positive(),
          day: whole.min(1).max(31),
          from: z.string().refine((text) => !isRefusal(parseDay(text)), 'not a day'),
          to: z.union([z.literal('previous'), z.strictObject({ level: whole.positive() })]),
        })
        .nullish(),
    })
    .nullish(),
  groups: z
    .array(
      z.strictObject({
        id,
        auto: z
          .strictObject({
            join: z.enum(['all', 'any']).optional(),
            compare: z.enum(['gte', 'gt']).optional(),
            criteria: z.strictObject({
              orders: whole.optional(),
              revenue: amount.optional(),
              customers: whole.optional(),
            }),
          })
          .nullish(),
      }),
    )
    .optional(),
  tierBonuses: z
    .array(
      z.strictObject({
        metric: z.enum(['sales', 'conversions']),
        threshold: z.union([amount, whole]),
        window: z.enum(['last_month', 'trailing_30_days', 'since_joining']),
        rate,
        days: whole.positive().nullish(),
      }),
    )
    .optional(),
  campaigns: z
    .array(
      z.strictObject({
        id,
        from: when.nullish(),
        to: when.nullish(),
        skus: z.array(id).nullish(),
        categories: z.array(z.string()).nullish(),
        bonus: z
          .union([
            z.strictObject({ fixed: amount, per: z.literal('order') }),
            z.strictObject({ fixed: amount, every: whole.positive() }),
          ])
          .nullish(),
      }),
    )
    .optional(),
  rules: z.array(rule).optional(),
  coupons: z.array(z.strictObject({ code: id, owner: id.nullish() })).optional(),
  promoters: z
    .array(
      z.strictObject({
        id,
        name: z.string().optional(),
        joined: when.nullish(),
        inviter: id.nullish(),
        group: id.nullish(),
        programme: id.nullish(),
        customer: id.nullish(),
        status: z.enum(['active', 'suspended', 'banned']).nullish(),
      }),
    )
    .optional(),
  events: z.array(event),
  expect: z.record(z.string(), z.unknown()).optional(),
});

export type ScenarioFile = z.infer<typeof scenarioFile>;
export type ScenarioEvent = ScenarioFile['events'][number];
export type EventOf<Do extends ScenarioEvent['do']> = Extract<ScenarioEvent, { do: Do }>;
export type RuleInFile = z.infer<typeof rule>;
export type RateInFile = z.infer<typeof rate>;
