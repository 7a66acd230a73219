import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { payoutChannelWords, payoutStatusWords } from './labels';
import type { payoutRoutes } from './routes';

const status = z.enum(keysOf(payoutStatusWords));
const channel = z.enum(keysOf(payoutChannelWords));

/** `amount` is gross: what is claimed. `transfer` = amount − tax − fee: what arrives. */
export const payoutRow = z.object({
  id: z.string(),
  /** The number that people and the bank see: `FR26112117400193`. */
  number: z.string(),
  promoter: z.string(),
  promoterName: z.string(),
  channel,
  status,
  currency: field.currency,
  amount: field.money,
  fee: field.money,
  tax: field.money,
  transfer: field.money,
  requestedAt: field.instant,
  decidedAt: field.instant.nullable(),
  endedAt: field.instant.nullable(),
  reason: z.string().nullable(),
});

export const payoutDetail = payoutRow.extend({
  requestedBy: z.string(),
  decidedBy: z.string().nullable(),
  history: z.array(z.object({ at: field.instant, status, text: z.string(), by: z.string().nullable() })),
  can: z.object({ approve: z.boolean(), reject: z.boolean(), cancel: z.boolean(), result: z.boolean() }),
});

export const ownPayout = payoutRow.omit({ promoter: true, promoterName: true }).extend({
  /** What happens next and when. */
  next: z.string(),
  expiresAt: field.instant.nullable(),
  steps: z.array(
    z.object({
      label: z.string(),
      hint: z.string(),
      state: z.enum(['done', 'now', 'next']),
      at: field.instant.nullable(),
    }),
  ),
  /** For wx.requestMerchantTransfer while it waits for the user; else null. */
  confirm: z.object({ mchId: z.string(), appId: z.string(), package: z.string() }).nullable(),
  canCancel: z.boolean(),
});

export const payoutPreview = z.object({
  currency: field.currency,
  available: field.money,
  amount: field.money,
  left: field.signedMoney,
  minimum: field.money,
  maximum: field.money.nullable(),
  /** `单笔 ¥10.00 至 ¥2,000.00，每天一次` */
  limits: z.string(),
  fee: field.money,
  feeRate: z.string(),
  tax: field.money,
  taxText: z.string(),
  transfer: field.money,
  channels: z.array(channel),
  /** Why it cannot be asked for now, as a code and a sentence; null when it can. */
  refusal: z.object({ code: z.string(), text: z.string() }).nullable(),
  /** What comes after asking. */
  steps: z.array(z.object({ label: z.string(), hint: z.string() })),
});

const byId = z.object({ id: field.id });
const why = z.strictObject({ reason: field.reason.nullable().optional() }).optional();

export const payoutSchemas = {
  'payout.list': {
    query: z.strictObject({
      ...field.paging,
      status: field.someOf(keysOf(payoutStatusWords)).optional(),
      channel: field.someOf(keysOf(payoutChannelWords)).optional(),
      promoter: z.string().max(64).optional(),
      from: field.instantOrDay.optional(),
      to: field.instantOrDay.optional(),
    }),
    answer: field.page(payoutRow),
  },
  'payout.read': { params: byId, answer: payoutDetail },
  'payout.request': {
    params: z.object({ code: field.outsideId }),
    body: z.strictObject({ amount: field.money, channel: channel.default('manual') }),
    answer: payoutDetail,
  },
  'payout.approve': { params: byId, body: why, answer: payoutDetail },
  'payout.reject': { params: byId, body: why, answer: payoutDetail },
  'payout.cancel': { params: byId, body: why, answer: payoutDetail },
  'payout.result': {
    params: byId,
    body: z.strictObject({
      result: z.enum(['paid', 'failed', 'expired', 'cancelled']),
      reason: field.reason.nullable().optional(),
    }),
    answer: payoutDetail,
  },
  'payout.memberList': {
    query: z.strictObject({ ...field.paging, status: field.someOf(keysOf(payoutStatusWords)).optional() }),
    answer: field.page(ownPayout),
  },
  'payout.memberRead': { params: byId, answer: ownPayout },
  'payout.memberPreview': {
    body: z.strictObject({ amount: field.money.optional(), channel: channel.optional() }),
    answer: payoutPreview,
  },
  'payout.memberRequest': {
    body: z.strictObject({ amount: field.money, channel: channel.default('wechat') }),
    answer: ownPayout,
  },
  'payout.memberCancel': { params: byId, answer: ownPayout },
} as const satisfies SchemasFor<typeof payoutRoutes>;
