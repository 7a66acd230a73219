import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { shopProductRow } from '../storefront/member-schemas';
import { funnelWords, periodWords } from './labels';
import type { reportingRoutes } from './routes';

/** A decimal number as text: `4.8`. Percent where the name says so. */
const decimal = z.string();

/** A figure and the same figure a comparable span before; `change` in percent (or points, for conversion), null without a before. */
function figure<T extends z.ZodType>(value: T) {
  return z.object({ value, before: value.nullable(), change: decimal.nullable() });
}

export const overview = z.object({
  currency: field.currency,
  from: field.instant,
  /** Until now, when the period still runs. */
  to: field.instant,
  /** What the period is compared with: `上周二同一时刻`. */
  comparedWith: z.object({ from: field.instant, to: field.instant, text: z.string() }),
  sales: figure(field.money),
  orders: figure(field.count),
  /** Orders per open, in percent. */
  conversion: figure(decimal.nullable()),
  commission: figure(field.signedMoney),
});

export const trend = z.object({
  currency: field.currency,
  days: z.array(
    z.object({
      day: field.day,
      sales: field.money,
      orders: field.count,
      commission: field.signedMoney,
      /** The same day of the span before. */
      salesBefore: field.money,
      commissionBefore: field.signedMoney,
      /** True for today, which is not over. */
      unfinished: z.boolean(),
    }),
  ),
  sales: field.money,
  commission: field.signedMoney,
  /** Commission per sales, in percent. */
  share: decimal.nullable(),
  campaigns: z.array(z.object({ id: z.string(), name: z.string(), from: field.instant, to: field.instant.nullable() })),
});

export const funnel = z.object({
  from: field.instant,
  to: field.instant,
  steps: z.array(z.object({ step: z.enum(keysOf(funnelWords)), count: field.count })),
});

export const topPromoter = z.object({
  promoter: field.promoterMention,
  programmeName: z.string(),
  orders: field.count,
  sales: field.money,
  commission: field.signedMoney,
  salesBefore: field.money,
  change: decimal.nullable(),
});

const counted = z.object({ count: field.count, amount: field.signedMoney, oldestAt: field.instant.nullable() });

export const waiting = z.object({
  currency: field.currency,
  commissions: counted.extend({ flagged: field.count, held: field.count }),
  payouts: counted,
  failedPayouts: counted.extend({ reason: z.string().nullable() }),
  applications: z.object({ count: field.count, complete: field.count, oldestAt: field.instant.nullable() }),
  /** Sales that nobody got, though a promoter or coupon was named. */
  unattributed: counted,
  /** Shipping that WeChat has not been told of, and refunds that wait. */
  shippingProblems: z.object({ count: field.count }),
});

const peer = z.object({ value: decimal, peers: decimal.nullable() });

export const promoterWork = z.object({
  currency: field.currency,
  weeks: z.array(z.object({ from: field.day, sales: field.money, orders: field.count, unfinished: z.boolean() })),
  sales: field.money,
  change: decimal.nullable(),
  /** The median of a week's sales of peers in the same programme. */
  peerMedian: field.money.nullable(),
  shares: peer,
  opens: peer,
  orders: peer,
  conversion: peer,
  averageOrder: peer,
  refundRate: peer,
  /** Progress to the next level; null when the ladder is off or there is none. */
  level: z
    .object({
      programmeName: z.string(),
      rate: z.string(),
      metric: z.string(),
      value: z.string(),
      threshold: z.string(),
      left: z.string(),
      resetsAt: field.instant.nullable(),
    })
    .nullable(),
  partners: z.object({
    count: field.count,
    activeThisMonth: field.count,
    top: z.array(z.object({ promoter: field.promoterMention, programmeName: z.string(), sales: field.money })),
  }),
});

export const memberHome = z.object({
  currency: field.currency,
  shop: z.object({ name: z.string(), logo: z.string().nullable() }),
  name: z.string().nullable(),
  avatar: z.string().nullable(),
  /** Null for a member who does not promote. */
  earnings: z
    .object({
      today: field.signedMoney,
      orders: field.count,
      yesterday: field.signedMoney,
      /** The last seven days, today last. */
      days: z.array(z.object({ day: field.day, amount: field.signedMoney })),
      available: field.money,
      pending: field.money,
      debt: field.money,
      /** `顾客收货满 7 天后进入审核。` */
      when: z.string(),
      /** A payout that waits for the promoter's confirmation. */
      toConfirm: z.object({ id: z.string(), amount: field.money, expiresAt: field.instant.nullable() }).nullable(),
    })
    .nullable(),
  /** The state of an application that waits or was rejected; null otherwise. */
  application: z.object({ status: z.enum(['waiting', 'rejected']), text: z.string() }).nullable(),
  picks: z.array(shopProductRow),
  campaigns: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      text: z.string(),
      until: field.instant.nullable(),
      image: z.string().nullable(),
    }),
  ),
  unread: field.count,
});

/** The promoter's own last days, today last; the sums are over all of them. */
export const memberWork = z.object({
  currency: field.currency,
  days: z.array(
    z.object({
      day: field.day,
      shares: field.count,
      opens: field.count,
      orders: field.count,
      sales: field.money,
      commission: field.signedMoney,
    }),
  ),
  shares: field.count,
  opens: field.count,
  orders: field.count,
  sales: field.money,
  commission: field.signedMoney,
  /** Orders per open, in percent; null without opens. */
  conversion: decimal.nullable(),
  /** What sold best in these days, at most five. */
  best: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      image: z.string().nullable(),
      pieces: field.count,
      commission: field.signedMoney,
    }),
  ),
});

const programme = z.string().max(64).optional();

export const reportingSchemas = {
  'reporting.overview': {
    query: z.strictObject({ period: z.enum(keysOf(periodWords)).default('today'), programme }),
    answer: overview,
  },
  'reporting.trend': {
    query: z.strictObject({ days: z.coerce.number().pipe(z.int().min(7).max(366)).default(30), programme }),
    answer: trend,
  },
  'reporting.funnel': {
    query: z.strictObject({ period: z.enum(keysOf(periodWords)).default('last_7_days'), programme }),
    answer: funnel,
  },
  'reporting.topPromoters': {
    query: z.strictObject({
      period: z.enum(keysOf(periodWords)).default('last_7_days'),
      by: z.enum(['sales', 'change']).default('sales'),
      programme,
      limit: z.coerce.number().pipe(z.int().min(1).max(50)).default(6),
    }),
    answer: z.object({ currency: field.currency, data: z.array(topPromoter) }),
  },
  'reporting.waiting': { answer: waiting },
  'reporting.promoterWork': { params: z.object({ code: field.outsideId }), answer: promoterWork },
  'reporting.memberHome': { answer: memberHome },
  'reporting.memberWork': {
    query: z.strictObject({ days: z.coerce.number().pipe(z.int().min(7).max(90)).default(30) }),
    answer: memberWork,
  },
} as const satisfies SchemasFor<typeof reportingRoutes>;
