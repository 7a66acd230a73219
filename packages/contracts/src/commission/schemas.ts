import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { layerWords } from '../plans/labels';
import { adjustmentWords, commissionKindWords, commissionStatusWords, stepWords } from './labels';
import { commissionMemberSchemas } from './member-schemas';
import type { commissionRoutes } from './routes';
import { trace } from './trace';

const status = z.enum(keysOf(commissionStatusWords));
const kind = z.enum(keysOf(commissionKindWords));

export const commissionLine = z.object({
  index: field.count,
  sku: z.string(),
  name: z.string().nullable(),
  quantity: field.count,
  base: field.money,
  rule: z.string().nullable(),
  layer: z.enum(keysOf(layerWords)).nullable(),
  /** `12%`, ready to show; null where nothing won. */
  rate: z.string().nullable(),
  amount: field.money,
  net: field.signedMoney,
});

/** Why it waits for a person. */
export const reviewReason = z.object({
  code: z.string(),
  text: z.string(),
  severity: z.enum(['info', 'review', 'hold']),
});

export const commissionRow = z.object({
  id: z.string(),
  order: z.string(),
  promoter: z.string(),
  promoterName: z.string(),
  programme: z.string().nullable(),
  programmeName: z.string().nullable(),
  group: z.string().nullable(),
  groupName: z.string().nullable(),
  kind,
  campaign: z.string().nullable(),
  currency: field.currency,
  base: field.money,
  amount: field.money,
  net: field.signedMoney,
  status,
  /** What happens next and when, in the language of the request: `11月17日成熟`. */
  next: z.string(),
  paidAt: field.instant,
  maturesAt: field.instant.nullable(),
  maturedAt: field.instant.nullable(),
  /** Since when it waits for a person; null when it does not. */
  waitingSince: field.instant.nullable(),
  review: z.array(reviewReason),
  /** Why it was rejected or reversed. */
  reason: z.string().nullable(),
  /** First product’s name and how many pieces in all. */
  title: z.string(),
  pieces: field.count,
  image: z.string().nullable(),
  /** `12%，9%` */
  rate: z.string(),
  lines: z.array(commissionLine),
});

export const adjustment = z.object({
  id: z.string(),
  at: field.instant,
  kind: z.enum(keysOf(adjustmentWords)),
  amount: field.signedMoney,
  reason: z.string(),
  by: z.string().nullable(),
  refund: z.string().nullable(),
});

/** A step of the life line: `now` is where it stands. */
export const step = z.object({
  step: z.enum(keysOf(stepWords)),
  state: z.enum(['done', 'now', 'next']),
  at: field.instant.nullable(),
  expectedAt: field.instant.nullable(),
  text: z.string(),
});

export const commissionDetail = commissionRow.extend({
  orderTotal: field.money,
  customer: z.string().nullable(),
  steps: z.array(step),
  adjustments: z.array(adjustment),
  trace,
  /** The plain sentence that the promoter reads. */
  sentence: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: field.instant.nullable(),
  can: z.object({ approve: z.boolean(), reject: z.boolean(), adjust: z.boolean(), reasonToApprove: z.boolean() }),
});

/** The filter of lists, totals, exports and bulk decisions alike. `from` and `to` are of the paid time. */
export const commissionFilter = {
  from: field.instantOrDay.optional(),
  to: field.instantOrDay.optional(),
  maturedFrom: field.instantOrDay.optional(),
  maturedTo: field.instantOrDay.optional(),
  order: z.string().max(64).optional(),
  sku: z.string().max(64).optional(),
  promoter: z.string().max(64).optional(),
  status: field.someOf(keysOf(commissionStatusWords)).optional(),
  kind: field.someOf(keysOf(commissionKindWords)).optional(),
  campaign: z.string().max(64).optional(),
  programme: z.string().max(64).optional(),
  group: z.string().max(64).optional(),
  amountFrom: field.signedMoney.optional(),
  amountTo: field.signedMoney.optional(),
  /** A code of `review`: why it waits. */
  review: z.string().max(64).optional(),
  /** Order, promoter’s code or name, SKU. */
  q: z.string().max(100).optional(),
};

export const commissionTotals = z.object({
  count: field.count,
  promoters: field.count,
  base: field.money,
  amount: field.money,
  net: field.signedMoney,
  flagged: field.count,
  held: field.count,
  oldestWaitingSince: field.instant.nullable(),
  byStatus: z.array(z.object({ status, count: field.count, amount: field.money, net: field.signedMoney })),
});

const selection = {
  decision: z.enum(['approve', 'reject']),
  ids: z.array(field.id).min(1).max(1000).optional(),
  filter: z.strictObject(commissionFilter).optional(),
};

const oneSelection = (data: { ids?: unknown; filter?: unknown }) => Boolean(data.ids) !== Boolean(data.filter);
const needsSelection = { path: ['ids'], error: 'ids-or-filter' };

const leftOut = z.object({
  id: z.string(),
  promoter: z.string(),
  promoterName: z.string(),
  net: field.signedMoney,
  code: z.string(),
  text: z.string(),
});

export const decisionPreview = z.object({
  count: field.count,
  net: field.signedMoney,
  byPromoter: z.array(
    z.object({
      promoter: z.string(),
      promoterName: z.string(),
      count: field.count,
      net: field.signedMoney,
      warning: z.string().nullable(),
    }),
  ),
  leftOut: z.array(leftOut),
});

const byId = z.object({ id: field.id });
const deciding = {
  params: byId,
  body: z.strictObject({ reason: field.reason.nullable().optional() }).optional(),
  answer: commissionDetail,
};

export const commissionSchemas = {
  'commission.list': {
    query: z.strictObject({
      ...field.paging,
      ...commissionFilter,
      sort: z.enum(['newest', 'oldest', 'waiting', 'amount']).default('newest'),
    }),
    answer: field.page(commissionRow),
  },
  'commission.totals': { query: z.strictObject(commissionFilter), answer: commissionTotals },
  'commission.csv': {
    query: z.strictObject({ ...commissionFilter, lang: field.lang.optional() }),
    answer: field.nothing,
  },
  'commission.read': { params: byId, answer: commissionDetail },
  'commission.approve': deciding,
  'commission.reject': deciding,
  'commission.adjust': {
    params: byId,
    body: z.strictObject({ amount: field.signedMoney, reason: field.reason.nullable().optional() }),
    answer: commissionDetail,
  },
  'commission.previewDecisions': {
    body: z.strictObject(selection).refine(oneSelection, needsSelection),
    answer: decisionPreview,
  },
  'commission.decide': {
    body: z
      .strictObject({ ...selection, reason: field.reason.nullable().optional() })
      .refine(oneSelection, needsSelection),
    answer: z.object({ count: field.count, net: field.signedMoney, leftOut: z.array(leftOut) }),
  },
  ...commissionMemberSchemas,
} as const satisfies SchemasFor<typeof commissionRoutes>;
