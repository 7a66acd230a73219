import { isOutsideId, isRefusal, isZone, parseDay, parseInstant, parsePercent } from '@fenrun/kernel';
import { z } from 'zod';

/** The form of a scenario file. Source: shared scenario format; unknown keys are refused everywhere. */

const id = z.string().refine(isOutsideId, 'not an id: 1 to 64 characters, no white space at its ends');
const amount = z.string().regex(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/, 'not a decimal amount');
const percentText = z.string().refine((text) => !isRefusal(parsePercent(text)), 'not a percent of up to 4 places');
const when = z
  .string()
  .refine((text) => !isRefusal(parseInstant(text)) || !isRefusal(parseDay(text)), 'not a day or an RFC 3339 instant');
const instant = z.string().refine((text) => !isRefusal(parseInstant(text)), 'not an RFC 3339 instant with an offset');
const whole = z.number().int();
const days = whole.nonnegative();

const rate = z.union([
  z.strictObject({ percent: percentText }),
  z.strictObject({ fixed: amount, per: z.enum(['order', 'unit']) }),
]);
const rateMap = z.record(z.string(), rate);
const range = z.strictObject({ from: amount.nullish(), to: amount.nullish() });
const countRange = z.strictObject({ from: whole.nullish(), to: whole.nullish() });

const rule = z.strictObject({
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

const line = z.strictObject({
  sku: id,
  name: z.string().nullish(),
  category: z.string().nullish(),
  quantity: whole.positive().optional(),
  price: amount,
  discount: amount.nullish(),
  tax: amount.nullish(),
});

const common = { at: instant, repeat: whole.positive().optional(), fails: z.string().optional() };
const ofCommission = {
  order: id,
  promoter: id,
  kind: z.enum(['direct', 'network', 'self', 'bonus']).optional(),
  reason: z.string().nullish(),
};

const event = z.discriminatedUnion('do', [
  z.strictObject({
    ...common,
    do: z.literal('order'),
    id,
    paidAt: instant.nullish(),
    customer: id.nullish(),
    promoter: id.nullish(),
    type: z.enum(['one_time', 'recurring', 'manual']).nullish(),
    subscription: id.nullish(),
    sequence: whole.positive().nullish(),
    commission: amount.nullish(),
    country: z.string().nullish(),
    coupons: z.array(id).nullish(),
    discount: amount.nullish(),
    shipping: amount.nullish(),
    campaign: id.nullish(),
    subId: z.string().nullish(),
    lines: z.array(line).min(1),
  }),
  z.strictObject({ ...common, do: z.literal('complete'), order: id }),
  z.strictObject({
    ...common,
    do: z.literal('refund'),
    order: id,
    id,
    lines: z.array(z.strictObject({ sku: id, quantity: whole.positive() })).optional(),
    amounts: z.array(z.strictObject({ sku: id, amount })).optional(),
  }),
  z.strictObject({
    ...common,
    do: z.literal('touch'),
    customer: id,
    promoter: id,
    kind: z.enum(['click', 'scan', 'share']),
    campaign: id.nullish(),
  }),
  z.strictObject({ ...common, do: z.literal('approve'), ...ofCommission }),
  z.strictObject({ ...common, do: z.literal('reject'), ...ofCommission }),
  z.strictObject({ ...common, do: z.literal('adjust'), ...ofCommission, amount: z.string() }),
  z.strictObject({ ...common, do: z.literal('assign_group'), promoter: id, group: id }),
  z.strictObject({ ...common, do: z.literal('release_group'), promoter: id, group: id.nullish() }),
  z.strictObject({ ...common, do: z.literal('assign_programme'), promoter: id, programme: id }),
  z.strictObject({ ...common, do: z.literal('release_programme'), promoter: id, programme: id.nullish() }),
  z.strictObject({ ...common, do: z.literal('deactivate_programme'), programme: id }),
  z.strictObject({
    ...common,
    do: z.literal('set_status'),
    promoter: id,
    status: z.enum(['active', 'suspended', 'banned']),
  }),
  z.strictObject({ ...common, do: z.literal('add_rule'), rule }),
  z.strictObject({ ...common, do: z.literal('end_rule'), id }),
  z.strictObject({ ...common, do: z.literal('payout'), promoter: id, amount: z.string(), id }),
  z.strictObject({
    ...common,
    do: z.literal('payout_result'),
    id,
    result: z.enum(['paid', 'failed', 'expired', 'cancelled']),
  }),
  z.strictObject({ ...common, do: z.literal('tick') }),
]);

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
