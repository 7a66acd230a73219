import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { agreementWords, promoterStatusWords } from '../promoters/labels';
import { agreement, balance } from '../promoters/schemas';
import { applicationWords, messageWords } from './labels';
import { memberPlan } from './plan';
import type { memberRoutes } from './routes';

export const me = z.object({
  merchant: z.object({
    slug: z.string(),
    name: z.string(),
    logo: z.string().nullable(),
    currency: field.currency,
    timezone: z.string(),
    /** Minutes ahead of UTC in that zone, each from an instant on, ordered, for a year before and after now: phones have no zone tables. */
    offsets: z.array(z.object({ from: field.instant, minutes: z.int() })).min(1),
    region: z.string(),
    contact: z.string(),
    /** Days until a commission is reviewed, from the receipt or the payment as the merchant set it. */
    holdDays: field.count,
  }),
  /** Business time, which the demo may have moved. */
  now: field.instant,
  member: z.object({
    id: z.string(),
    name: z.string().nullable(),
    avatar: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  application: z.object({
    status: z.enum(keysOf(applicationWords)),
    appliedAt: field.instant.nullable(),
    /** Why it was rejected. */
    reason: z.string().nullable(),
    /** What happens next. */
    next: z.string(),
  }),
  promoter: z
    .object({
      code: z.string(),
      name: z.string(),
      status: z.enum(keysOf(promoterStatusWords)),
      joinedAt: field.instant.nullable(),
      programmeName: z.string(),
      /** `10%` */
      rate: z.string(),
      inviterName: z.string().nullable(),
      /** The levels with where the promoter stands; null while the ladder is off. */
      ladder: z
        .object({
          levels: z.array(z.object({ name: z.string(), rate: z.string(), threshold: z.string() })),
          level: field.count,
          value: z.string(),
          next: z.string().nullable(),
          text: z.string(),
        })
        .nullable(),
      /** This month. */
      month: z.object({ shares: field.count, opens: field.count, orders: field.count, refunds: field.count }),
      partners: z.object({ count: field.count, avatars: z.array(z.string()) }),
    })
    .nullable(),
  /** The promoter who recommended the shop to this customer last, by name. */
  recommendedBy: z.string().nullable(),
  unread: field.count,
});

export const joinPage = z.object({
  shop: z.object({ name: z.string(), logo: z.string().nullable() }),
  /** `每件商品都写明，是成交价的 8% 到 15%。` */
  howMuch: z.string(),
  when: z.string(),
  first: z.string(),
  inviter: z.object({ name: z.string(), avatar: z.string().nullable() }).nullable(),
  requirements: z.array(z.object({ text: z.string(), met: z.boolean() })),
  agreements: z.array(agreement.pick({ kind: true, version: true, title: true })),
});

export const message = z.object({
  id: z.string(),
  at: field.instant,
  kind: z.enum(keysOf(messageWords)),
  title: z.string(),
  text: z.string(),
  read: z.boolean(),
  link: z.object({ kind: z.enum(['commission', 'payout', 'application', 'order']), id: z.string() }).nullable(),
});

export const ownBalance = balance.extend({
  /** A promoter who is not active cannot ask for a payout; the sentence says why. */
  canWithdraw: z.boolean(),
  withdrawText: z.string(),
  /** `24 日起陆续结算` */
  pendingText: z.string(),
  /** Present while there is a debt, or a refund was netted off in the last 30 days. */
  deduction: z
    .object({
      text: z.string(),
      total: field.money,
      done: field.money,
      left: field.money,
      commission: z.string().nullable(),
      /** When and by what it is expected to be over. */
      outlook: z.string().nullable(),
    })
    .nullable(),
});

export const partner = z.object({
  name: z.string(),
  avatar: z.string().nullable(),
  joinedAt: field.instant.nullable(),
  programmeName: z.string(),
  ordersThisMonth: field.count,
});

const consent = z.strictObject({ kind: z.enum(keysOf(agreementWords)), version: field.count });

export const memberSchemas = {
  'member.me': { answer: me },
  'member.plan': { answer: memberPlan },
  'member.saveMe': {
    body: z.strictObject({ name: field.name, avatar: z.string().max(500).nullable().optional() }),
    answer: me,
  },
  'member.phone': {
    body: z.strictObject({ code: z.string().min(1).max(256) }),
    answer: z.object({ phone: z.string() }),
  },
  'member.join': { query: z.strictObject({ invitation: z.string().max(64).optional() }), answer: joinPage },
  'member.apply': {
    body: z.strictObject({
      name: field.name,
      /** The code of WeChat's phone button; not needed when the phone is verified already. */
      phoneCode: z.string().min(1).max(256).nullable().optional(),
      /** A promoter's code or the code of an invitation share. */
      invitation: z.string().max(64).nullable().optional(),
      words: field.text(200).nullable().optional(),
      avatar: z.string().max(500).nullable().optional(),
      consents: z.array(consent).max(10),
    }),
    answer: me,
  },
  'member.agreement': { params: z.object({ kind: z.enum(keysOf(agreementWords)) }), answer: agreement },
  'member.balance': { answer: ownBalance },
  'member.partners': {
    query: z.strictObject(field.paging),
    answer: field.page(partner).extend({ total: field.count }),
  },
  'member.messages': {
    query: z.strictObject(field.paging),
    answer: field.page(message).extend({ unread: field.count }),
  },
  'member.readMessages': { body: z.strictObject({ upTo: field.id }), answer: z.object({ unread: field.count }) },
} as const satisfies SchemasFor<typeof memberRoutes>;
