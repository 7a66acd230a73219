import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { rate } from '../plans/settings';
import { finding } from '../rules/finding';
import { shopProductRow } from '../storefront/member-schemas';
import { campaignFields } from './campaign-fields';
import { campaignStateWords } from './labels';
import type { campaignsRoutes } from './routes';

const state = z.enum(keysOf(campaignStateWords));

export const campaign = z.object({
  id: z.string(),
  ...campaignFields,
  from: field.instant.nullable(),
  to: field.instant.nullable(),
  state,
  version: field.count,
  since: field.instant.nullable(),
  /** How many of the rules that are not over ask for it. */
  rules: field.count,
  /** Sales that belong to it, in its window, and what all commissions on them come to. */
  brought: z.object({
    orders: field.count,
    sales: field.money,
    commission: field.signedMoney,
    bonus: field.signedMoney,
  }),
});

const byId = z.object({ id: field.outsideId });
const detail = campaign.extend({
  findings: z.array(finding),
  /** The rate for own purchases, from the self-purchase table; null when it has none. */
  selfRate: rate.nullable(),
  ruleIds: z.array(z.string()),
  /** `bonus` in words. */
  bonusText: z.string().nullable(),
  names: z.object({ skus: z.record(z.string(), z.string()) }),
});

export const memberCampaign = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  image: z.string().nullable(),
  from: field.instant.nullable(),
  to: field.instant.nullable(),
  state,
  /** `11 月 12 日 24:00 结束`, in the language of the request. */
  when: z.string(),
  /** What it pays the promoter, one sentence each: rates and extra rewards. */
  pays: z.array(z.string()),
  /** For a reward for every N-th order: how far the promoter is. */
  progress: z.object({ done: field.count, every: field.count, text: z.string() }).nullable(),
});

export const campaignsSchemas = {
  'campaigns.list': {
    query: z.strictObject({
      ...field.paging,
      state: field.someOf(keysOf(campaignStateWords)).optional(),
      /** Campaigns whose window meets this one, for a calendar. */
      from: field.instantOrDay.optional(),
      to: field.instantOrDay.optional(),
      q: z.string().max(100).optional(),
    }),
    answer: field.page(campaign),
  },
  'campaigns.add': { body: z.strictObject({ id: field.addressedId.optional(), ...campaignFields }), answer: detail },
  'campaigns.read': { params: byId, answer: detail },
  'campaigns.save': {
    params: byId,
    body: z.strictObject({ ...campaignFields, version: field.count, note: field.text(200).optional() }),
    answer: detail,
  },
  'campaigns.end': {
    params: byId,
    body: z.strictObject({ version: field.count.optional() }).optional(),
    answer: detail,
  },
  'campaigns.memberList': { answer: z.object({ data: z.array(memberCampaign) }) },
  'campaigns.memberRead': {
    params: byId,
    answer: memberCampaign.extend({ products: z.array(shopProductRow).max(200) }),
  },
} as const satisfies SchemasFor<typeof campaignsRoutes>;
