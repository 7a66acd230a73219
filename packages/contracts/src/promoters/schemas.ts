import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { agreementWords, promoterStatusWords, storyWords } from './labels';
import type { promotersRoutes } from './routes';

export const promoterStatus = z.enum(keysOf(promoterStatusWords));

/** Names of programme, inviter and group stand beside their codes, so that a row needs no second question. */
export const promoterRow = z.object({
  code: z.string(),
  name: z.string(),
  avatar: z.string().nullable(),
  /** Masked: `138****5521`. */
  phone: z.string().nullable(),
  status: promoterStatus,
  /** The code of the inviter. */
  inviter: z.string().nullable(),
  inviterName: z.string().nullable(),
  programme: z.string(),
  programmeName: z.string(),
  /** 1 is the lowest; null when the programme is not on the ladder. */
  level: field.count.nullable(),
  group: z.string().nullable(),
  groupName: z.string().nullable(),
  appliedAt: field.instant.nullable(),
  joinedAt: field.instant.nullable(),
  available: field.money,
  /** Orders, sales and commission of the last 30 days. */
  recent: z.object({ orders: field.count, sales: field.money, commission: field.signedMoney }),
});

export const promoterDetail = promoterRow.extend({
  pinnedProgramme: z.boolean(),
  pinnedGroup: z.boolean(),
  /** Present while the application waits, and afterwards as it was given. */
  application: z
    .object({
      name: z.string(),
      phone: z.string().nullable(),
      phoneVerified: z.boolean(),
      invitedBy: z.string().nullable(),
      words: z.string().nullable(),
      at: field.instant,
      /** Why it was rejected. */
      reason: z.string().nullable(),
      /** What is still missing before it can be approved, in the language of the request. */
      missing: z.array(z.string()),
    })
    .nullable(),
  consents: z.array(z.object({ kind: z.enum(keysOf(agreementWords)), version: field.count, at: field.instant })),
  statusReason: z.string().nullable(),
  partners: field.count,
  /** The customer that this promoter is when buying. */
  customer: z.string().nullable(),
});

export const balance = z.object({
  currency: field.currency,
  pending: field.money,
  available: field.money,
  inPayout: field.money,
  paid: field.money,
  debt: field.money,
  /** The part of pending that waits for a person. */
  inReview: z.object({ count: field.count, amount: field.money }),
  /** All net commission so far, whatever its state. */
  earned: field.signedMoney,
  payouts: z.object({ count: field.count, thisYear: field.count, lastPaidAt: field.instant.nullable() }),
  /** When the next pending commission matures; null when none is expected or it hangs on the receipt. */
  nextMaturesAt: field.instant.nullable(),
});

const byCode = z.object({ code: field.outsideId });

export const storyEntry = z.object({
  id: z.string(),
  at: field.instant,
  kind: z.enum(keysOf(storyWords)),
  /** One sentence in the language of the request. */
  text: z.string(),
  by: z.string().nullable(),
  /** What it leads to. */
  link: z.object({ kind: z.enum(['commission', 'payout', 'promoter', 'order']), id: z.string() }).nullable(),
});

export const agreement = z.object({
  kind: z.enum(keysOf(agreementWords)),
  version: field.count,
  title: z.string(),
  /** Plain text with line ends. */
  text: z.string(),
  since: field.instant,
});

const withReason = {
  params: byCode,
  body: z.strictObject({ reason: field.reason.nullable().optional() }).optional(),
  answer: promoterDetail,
};

export const promotersSchemas = {
  'promoters.list': {
    query: z.strictObject({
      ...field.paging,
      status: field.someOf(keysOf(promoterStatusWords)).optional(),
      q: z.string().max(100).optional(),
      programme: z.string().max(64).optional(),
      group: z.string().max(64).optional(),
      inviter: z.string().max(64).optional(),
    }),
    answer: field.page(promoterRow),
  },
  'promoters.counts': { answer: z.object({ counts: z.record(promoterStatus, field.count) }) },
  'promoters.read': { params: byCode, answer: promoterDetail },
  'promoters.balance': { params: byCode, answer: balance },
  'promoters.partners': {
    params: byCode,
    query: z.strictObject(field.paging),
    answer: field.page(promoterRow).extend({ total: field.count, activeThisMonth: field.count }),
  },
  'promoters.story': { params: byCode, query: z.strictObject(field.paging), answer: field.page(storyEntry) },
  'promoters.addNote': { params: byCode, body: z.strictObject({ text: field.text(1000, 1) }), answer: storyEntry },
  'promoters.approve': withReason,
  'promoters.reject': withReason,
  'promoters.suspend': withReason,
  'promoters.reinstate': withReason,
  'promoters.ban': withReason,
  'promoters.assignProgramme': {
    params: byCode,
    body: z.strictObject({ programme: field.outsideId, reason: field.reason.nullable().optional() }),
    answer: promoterDetail,
  },
  'promoters.releaseProgramme': withReason,
  'promoters.assignGroup': {
    params: byCode,
    /** Null is the default group. */
    body: z.strictObject({ group: field.outsideId.nullable(), reason: field.reason.nullable().optional() }),
    answer: promoterDetail,
  },
  'promoters.releaseGroup': withReason,
  'promoters.moveInviter': {
    params: byCode,
    /** The inviter's code, or null for none. */
    body: z.strictObject({ inviter: field.outsideId.nullable(), reason: field.text(500, 1) }),
    answer: promoterDetail,
  },
  'promoters.agreements': { answer: z.object({ data: z.array(agreement) }) },
  'promoters.saveAgreement': {
    params: z.object({ kind: z.enum(keysOf(agreementWords)) }),
    body: z.strictObject({ title: field.name, text: field.text(50_000, 1) }),
    answer: agreement,
  },
} as const satisfies SchemasFor<typeof promotersRoutes>;
