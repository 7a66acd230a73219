import { z } from 'zod';
import * as field from '../common/fields';
import { keysOf } from '../common/words';
import { commissionKindWords, commissionStatusWords, stepWords } from './labels';

/** A commission as its promoter sees it: never the customer's name or phone. */
export const ownCommission = z.object({
  id: z.string(),
  order: z.string(),
  kind: z.enum(keysOf(commissionKindWords)),
  status: z.enum(keysOf(commissionStatusWords)),
  /** `待顾客收货`, `已审核，可提现`, …: what it waits for, in the language of the request. */
  next: z.string(),
  currency: field.currency,
  amount: field.money,
  net: field.signedMoney,
  title: z.string(),
  pieces: field.count,
  image: z.string().nullable(),
  earnedAt: field.instant,
  /** When it last moved; the list is grouped by its day. */
  movedAt: field.instant,
  /** How many of the four steps are done: 1 earned, 2 matured, 3 approved, 4 paid; 0 when refunded or rejected. */
  stepsDone: z.int().min(0).max(4),
  /** The amount that a refund after payment took away, as an entry of its own; else null. */
  deduction: field.signedMoney.nullable(),
});

export const ownCommissionDetail = ownCommission.extend({
  /** Status, what next, when, as whole sentences. */
  headline: z.string(),
  steps: z.array(
    z.object({
      step: z.enum(keysOf(stepWords)),
      state: z.enum(['done', 'now', 'next']),
      label: z.string(),
      at: field.instant.nullable(),
      /** `24 日前`, `提现后` */
      hint: z.string(),
    }),
  ),
  /** Why it is this much, in one sentence. */
  why: z.string(),
  lines: z.array(
    z.object({
      sku: z.string(),
      name: z.string().nullable(),
      image: z.string().nullable(),
      /** `¥252.39 × 15%` */
      computation: z.string(),
      amount: field.money,
      net: field.signedMoney,
    }),
  ),
  /** Which other rules were looked at, in plain words. */
  others: z.array(z.object({ sentence: z.string(), reason: z.string() })),
  adjustments: z.array(z.object({ at: field.instant, amount: field.signedMoney, text: z.string() })),
  /** Why it was rejected or reversed, in the merchant's words. */
  reason: z.string().nullable(),
  /** `你分享到微信群的卡片` */
  from: z.string(),
  orderedAt: field.instant,
});

export const commissionMemberSchemas = {
  'commission.memberList': {
    query: z.strictObject({
      ...field.paging,
      status: field.someOf(keysOf(commissionStatusWords)).optional(),
    }),
    answer: field.page(ownCommission),
  },
  'commission.memberRead': { params: z.object({ id: field.id }), answer: ownCommissionDetail },
} as const;
