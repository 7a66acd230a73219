import { z } from 'zod';
import * as field from '../common/fields';
import { problem } from '../common/problem';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import {
  attributionWords,
  orderStateWords,
  orderTroubleWords,
  orderTypeWords,
  refundedWords,
  refundStateWords,
  sourceWords,
  unresolvedWords,
} from './labels';
import type { salesRoutes } from './routes';
import { EVENTS_AT_MOST, manualSale, refundData, saleEvent, saleResult } from './sale-event';

const orderState = z.enum(keysOf(orderStateWords));
const refunded = z.enum(keysOf(refundedWords));

/** What could not be resolved when the sale came, and what stood there. */
const unresolved = z.object({ what: z.enum(keysOf(unresolvedWords)), value: z.string() });

/** `name` and phone are masked unless the route says otherwise. */
export const orderCustomer = z.object({
  id: z.string(),
  outsideId: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
});

export const orderRow = z.object({
  id: z.string(),
  paidAt: field.instant,
  type: z.enum(keysOf(orderTypeWords)),
  source: z.enum(keysOf(sourceWords)),
  state: orderState,
  refunded,
  customer: orderCustomer.nullable(),
  /** The first line's name and how many pieces there are in all. */
  title: z.string(),
  pieces: field.count,
  image: z.string().nullable(),
  currency: field.currency,
  /** What the customer paid: goods − discounts + added tax + shipping. */
  total: field.money,
  refundedAmount: field.money,
  /** The code of the promoter who got the sale. */
  promoter: z.string().nullable(),
  promoterName: z.string().nullable(),
  by: z.enum(keysOf(attributionWords)),
  /** Net commission of all payees. */
  commission: field.signedMoney,
  unresolved: z.array(unresolved),
});

export const orderLine = z.object({
  index: field.count,
  sku: z.string(),
  name: z.string().nullable(),
  category: z.string().nullable(),
  image: z.string().nullable(),
  quantity: field.count,
  price: field.money,
  discount: field.money,
  tax: field.money,
  /** What commission is computed on; null until the sale is settled. */
  base: field.money.nullable(),
  refundedQuantity: z.number(),
  refundedAmount: field.money,
});

export const orderRefund = z.object({
  id: z.string(),
  at: field.instant,
  amount: field.money,
  state: z.enum(keysOf(refundStateWords)),
  reason: z.string().nullable(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.number().nullable(), amount: field.money })),
  problem: z.string().nullable(),
});

export const shipment = z.object({
  carrier: z.string(),
  carrierName: z.string(),
  trackingNumber: z.string(),
  shippedAt: field.instant,
  /** Unreported shipping freezes the money at WeChat. */
  reported: z.enum(['not_needed', 'waiting', 'reported', 'failed']),
  problem: z.string().nullable(),
});

export const orderDetail = orderRow.extend({
  recordedAt: field.instant,
  completedAt: field.instant.nullable(),
  autoCompletesAt: field.instant.nullable(),
  country: z.string().nullable(),
  coupons: z.array(z.string()),
  campaign: z.string().nullable(),
  campaignName: z.string().nullable(),
  subId: z.string().nullable(),
  subscription: z.string().nullable(),
  sequence: field.count.nullable(),
  discount: field.money,
  shipping: field.money,
  lines: z.array(orderLine),
  attribution: z.object({
    promoter: z.string().nullable(),
    promoterName: z.string().nullable(),
    by: z.enum(keysOf(attributionWords)),
    /** One sentence in the language of the request: which touch, coupon or binding. */
    text: z.string(),
    touchedAt: field.instant.nullable(),
  }),
  refunds: z.array(orderRefund),
  shipment: shipment.nullable(),
  address: z.object({ name: z.string(), phone: z.string(), region: z.string(), detail: z.string() }).nullable(),
  payment: z.object({ channel: z.string(), transactionId: z.string().nullable() }).nullable(),
  remark: z.string().nullable(),
  commissions: z.array(
    z.object({
      id: z.string(),
      promoter: field.promoterMention,
      kind: z.string(),
      amount: field.money,
      net: field.signedMoney,
      status: z.string(),
    }),
  ),
  /** What may be done now, so that the page offers nothing that would be refused. */
  can: z.object({ complete: z.boolean(), refund: z.boolean(), ship: z.boolean(), assign: z.boolean() }),
  settled: z.boolean(),
});

export const orderFilter = {
  from: field.instantOrDay.optional(),
  to: field.instantOrDay.optional(),
  q: z.string().max(100).optional(),
  promoter: z.string().max(64).optional(),
  customer: z.string().max(64).optional(),
  sku: z.string().max(64).optional(),
  state: field.someOf(keysOf(orderStateWords)).optional(),
  refunded: field.someOf(keysOf(refundedWords)).optional(),
  type: field.someOf(keysOf(orderTypeWords)).optional(),
  source: field.someOf(keysOf(sourceWords)).optional(),
  by: field.someOf(keysOf(attributionWords)).optional(),
  unresolved: field.someOf(keysOf(unresolvedWords)).optional(),
  trouble: field.someOf(keysOf(orderTroubleWords)).optional(),
};

const byId = z.object({ id: field.outsideId });
const { order: _order, ...refundFields } = refundData.shape;

export const salesSchemas = {
  'sales.list': { query: z.strictObject({ ...field.paging, ...orderFilter }), answer: field.page(orderRow) },
  'sales.totals': {
    query: z.strictObject(orderFilter),
    answer: z.object({ count: field.count, total: field.money, refunded: field.money, commission: field.signedMoney }),
  },
  'sales.read': { params: byId, answer: orderDetail },
  'sales.recordManual': { body: manualSale, answer: saleResult },
  'sales.complete': { params: byId, body: z.strictObject({}).optional(), answer: orderDetail },
  'sales.refund': {
    params: byId,
    body: z
      .strictObject({ ...refundFields, id: field.outsideId.optional(), reason: field.reason.nullable().optional() })
      .refine((data) => !(data.lines && data.amounts), { path: ['amounts'], error: 'lines-or-amounts' }),
    answer: orderRefund,
  },
  'sales.assignPromoter': {
    params: byId,
    body: z.strictObject({ promoter: field.outsideId, reason: field.reason }),
    answer: orderDetail,
  },
  'sales.receive': {
    params: z.object({ merchant: z.string() }),
    body: z.union([saleEvent, z.array(saleEvent).min(1).max(EVENTS_AT_MOST)]),
    answer: z.union([saleResult, z.array(z.union([saleResult, z.object({ id: z.string().nullable(), problem })]))]),
  },
} as const satisfies SchemasFor<typeof salesRoutes>;
