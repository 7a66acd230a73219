import { z } from 'zod';
import * as field from '../common/fields';
import { keysOf } from '../common/words';
import { orderTypeWords } from './labels';

/** The most lines of one order and the most events of one request. Source: doors.md. */
export const LINES_AT_MOST = 2_000;
export const EVENTS_AT_MOST = 200;

const quantity = z
  .int({ error: 'invalid-quantity' })
  .min(1, { error: 'invalid-quantity' })
  .max(1_000_000, { error: 'invalid-quantity' });

export const saleLine = z.strictObject({
  sku: field.outsideId,
  name: field.text(256).nullable().optional(),
  category: field.outsideId.nullable().optional(),
  quantity,
  price: field.money,
  discount: field.money.nullable().optional(),
  tax: field.money.nullable().optional(),
});

export const saleCustomer = z.strictObject({
  id: field.outsideId.nullable().optional(),
  name: field.text(128).nullable().optional(),
  phone: field.text(32).nullable().optional(),
  email: field.text(254).nullable().optional(),
  address: field.text(500).nullable().optional(),
});

/** One sale as a shop tells it. Absent and null mean the same. */
export const saleData = z.strictObject({
  id: field.outsideId,
  paidAt: field.instant,
  type: z.enum(keysOf(orderTypeWords)).default('one_time'),
  subscription: field.outsideId.nullable().optional(),
  sequence: z.int().min(1).max(100_000).nullable().optional(),
  /** For manual sales: an amount that overrides the rates. */
  commission: field.money.nullable().optional(),
  currency: field.currency.nullable().optional(),
  customer: saleCustomer.nullable().optional(),
  country: field.region.nullable().optional(),
  /** The code of the promoter. */
  promoter: field.outsideId.nullable().optional(),
  coupons: z.array(field.outsideId).max(50).nullable().optional(),
  campaign: field.outsideId.nullable().optional(),
  subId: field.outsideId.nullable().optional(),
  discount: field.money.nullable().optional(),
  shipping: field.money.nullable().optional(),
  device: field.text(256).nullable().optional(),
  ip: field.text(64).nullable().optional(),
  metadata: z.record(z.string().max(256), z.unknown()).nullable().optional(),
  lines: z.array(saleLine).min(1, { error: 'required' }).max(LINES_AT_MOST, { error: 'too-many-lines' }),
});

type Given = Pick<z.output<typeof saleData>, 'type' | 'subscription' | 'sequence' | 'commission'>;

/** A renewal needs its subscription and sequence; only a manual sale may carry its commission. */
function checkKind(data: Given, context: z.RefinementCtx): void {
  const wants = (path: string, code: string) => context.addIssue({ code: 'custom', path: [path], message: code });
  if (data.type === 'recurring') {
    if (!data.subscription) wants('subscription', 'required');
    if (!data.sequence) wants('sequence', 'required');
  } else {
    if (data.subscription) wants('subscription', 'only-recurring');
    if (data.sequence) wants('sequence', 'only-recurring');
  }
  if (data.type !== 'manual' && data.commission) wants('commission', 'only-manual');
}

export const sale = saleData.superRefine(checkKind);

/** A sale that a person records: manual unless it says otherwise. */
export const manualSale = saleData
  .extend({ type: z.enum(keysOf(orderTypeWords)).default('manual') })
  .superRefine(checkKind);

export const refundData = z.strictObject({
  id: field.outsideId,
  order: field.outsideId,
  lines: z
    .array(z.strictObject({ sku: field.outsideId, quantity }))
    .min(1)
    .max(LINES_AT_MOST)
    .nullable()
    .optional(),
  amounts: z
    .array(z.strictObject({ sku: field.outsideId, amount: field.money }))
    .min(1)
    .max(LINES_AT_MOST)
    .nullable()
    .optional(),
});

export const refund = refundData.superRefine((data, context) => {
  if (data.lines && data.amounts) context.addIssue({ code: 'custom', path: ['amounts'], message: 'lines-or-amounts' });
});

export const saleEvent = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('order.paid'), timestamp: field.instant, data: sale }),
    z.strictObject({
      type: z.literal('order.completed'),
      timestamp: field.instant,
      data: z.strictObject({ id: field.outsideId }),
    }),
    z.strictObject({ type: z.literal('order.refunded'), timestamp: field.instant, data: refund }),
  ],
  { error: 'unknown-event-type' },
);

export type SaleEvent = z.output<typeof saleEvent>;
export type SaleData = z.output<typeof sale>;
export type RefundData = z.output<typeof refund>;

/** What one event came to. In an array a bad one carries its problem instead of a result. */
export const saleResult = z.object({ id: z.string().nullable(), result: z.enum(['recorded', 'repeated', 'waiting']) });
