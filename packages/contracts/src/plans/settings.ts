import { z } from 'zod';
import * as field from '../common/fields';
import { keysOf } from '../common/words';
import { bindingWords, groupVsTierWords, selfPurchaseWords } from './labels';

/** A percent of the base, or a fixed amount per order or unit. */
export const rate = z
  .union([
    z.strictObject({ percent: field.percent }),
    z.strictObject({ fixed: field.money, per: z.enum(['order', 'unit']) }),
  ])
  .meta({ id: 'Rate' });

const range = z.strictObject({ from: field.money.nullable().optional(), to: field.money.nullable().optional() });
const numberRange = z.strictObject({ from: field.count.nullable().optional(), to: field.count.nullable().optional() });

export const approvalRule = z.strictObject({
  when: z.strictObject({
    amount: range.nullable().optional(),
    orderType: z.enum(['one_time', 'recurring', 'manual']).nullable().optional(),
    promoterAgeDays: numberRange.nullable().optional(),
    groups: z.array(field.outsideId).max(200).optional(),
    riskScore: numberRange.nullable().optional(),
  }),
  outcome: z.enum(['approve', 'review', 'reject']),
});

const rateMap = z.record(z.string().max(128), rate);
const days = z.int().min(0).max(3650);

export const payoutSettings = z.strictObject({
  minimum: field.money,
  maximum: field.money.nullable(),
  dailyCap: field.money.nullable(),
  feePercent: field.percent,
  feeBearer: z.enum(['promoter', 'merchant']),
  tax: z.enum(['none', 'cn_labour']),
  channels: z.array(z.enum(['wechat', 'bank', 'manual'])).min(1),
});

/** Everything that a merchant can set about what is earned, when, and how it is paid. Source: domain.md, sections 3 to 7. */
export const settings = z.strictObject({
  hold: z.strictObject({ from: z.enum(['paid', 'completed']), days }),
  autoCompleteDays: z.int().min(1).max(365),
  approval: z.strictObject({ default: z.enum(['auto', 'manual']), rules: z.array(approvalRule).max(100) }),
  risk: z.enum(['on', 'off']),
  groupVsTier: z.enum(keysOf(groupVsTierWords)),
  maxCommissionPercent: field.percent,
  demoteOnRefund: z.boolean(),
  base: z.strictObject({ tax: z.boolean(), shipping: z.boolean(), pricesIncludeTax: z.boolean() }),
  excludedSkus: z.array(field.outsideId).max(10_000),
  network: z.strictObject({ basis: z.enum(['sale', 'commission']), levels: z.array(field.percent).max(10) }),
  selfPurchase: z.strictObject({
    mode: z.enum(keysOf(selfPurchaseWords)),
    rates: z.strictObject({ default: rate.nullable(), skus: rateMap, categories: rateMap, campaigns: rateMap }),
    payNetwork: z.boolean(),
    countInMetrics: z.boolean(),
  }),
  attribution: z.strictObject({
    windowDays: z.int().min(1).max(3650),
    touch: z.enum(['last', 'first']),
    binding: z.enum(keysOf(bindingWords)),
    bindingDays: z.int().min(1).max(3650).nullable(),
    onOtherTouch: z.enum(['keep_first', 'take_last']),
  }),
  payout: payoutSettings,
  /** `open` admits at once, `reviewed` waits for a person. */
  applications: z.strictObject({ mode: z.enum(['open', 'reviewed']), requireInvitation: z.boolean() }),
});

/** Something that can be saved but may surprise, or that wants an acknowledgement first. */
export const warning = z.object({
  code: z.string(),
  pointer: z.string(),
  text: z.string(),
  /** When true the save is refused with `acknowledgement-required` until `acknowledged` names the code. */
  mustAcknowledge: z.boolean(),
});

export type Settings = z.output<typeof settings>;
