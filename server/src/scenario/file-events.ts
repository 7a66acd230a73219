import { z } from 'zod';
import { amount, id, instant, rule, whole } from './file-fields';

/** What may happen in a scenario. Each event is delivered once, or as often as `repeat` says. */

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

export const event = z.discriminatedUnion('do', [
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
