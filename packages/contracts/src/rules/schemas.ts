import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { planChanges } from '../plans/change';
import { finding } from './finding';
import { ruleLayerWords, ruleStateWords } from './labels';
import type { rulesRoutes } from './routes';
import { ruleFields } from './rule-fields';

const layer = z.enum(keysOf(ruleLayerWords));
const state = z.enum(keysOf(ruleStateWords));

export const rule = z.object({
  id: z.string(),
  ...ruleFields,
  priority: z.int(),
  from: field.instant.nullable(),
  to: field.instant.nullable(),
  /** What it says, without its rate: `对金牌组，11月1日–11月12日，茶叶类付`. */
  sentence: z.string(),
  /** The same in pieces; a token can be clicked and leads to the field of the form. */
  parts: z.array(
    z.union([
      z.object({ text: z.string() }),
      z.object({
        token: z.enum([
          'promoters',
          'groups',
          'window',
          'coupons',
          'skus',
          'categories',
          'country',
          'customer',
          'amount',
          'campaign',
          'orderType',
          'subId',
          'scope',
        ]),
        text: z.string(),
      }),
    ]),
  ),
  /** `12%`, `¥5.00 / 单` */
  rateText: z.string(),
  state,
  /** The names of promoters, groups, products, categories and campaign that it lists, by their codes. */
  names: z.object({
    promoters: z.record(z.string(), z.string()),
    groups: z.record(z.string(), z.string()),
    skus: z.record(z.string(), z.string()),
    campaigns: z.record(z.string(), z.string()),
  }),
  /** When it was added, and when it was ended, if it was. */
  addedAt: field.instant.nullable(),
  endedAt: field.instant.nullable(),
  version: field.count,
  since: field.instant.nullable(),
});

export const ruleVersion = z.object({
  version: field.count,
  since: field.instant.nullable(),
  savedBy: z.string(),
  sentence: z.string(),
  rateText: z.string(),
  priority: z.int(),
  note: z.string(),
  /** True for the version that ended it. */
  ended: z.boolean(),
});

/** What a rule won in the last 30 days. */
const won = z.object({ lines: field.count, orders: field.count, base: field.money, amount: field.money });

const byId = z.object({ id: field.outsideId });
const saved = rule.extend({ findings: z.array(finding) });

export const rulesSchemas = {
  'rules.list': {
    query: z.strictObject({
      ...field.paging,
      layer: layer.optional(),
      /** `present`: running, coming, and those that went out in the last 30 days. */
      show: z.enum(['present', 'all']).default('present'),
      state: field.someOf(keysOf(ruleStateWords)).optional(),
      promoter: z.string().max(64).optional(),
      group: z.string().max(64).optional(),
      campaign: z.string().max(64).optional(),
      /** Name, id, or anything that the sentence says. */
      q: z.string().max(100).optional(),
    }),
    answer: field.page(rule).extend({
      counts: z.object({ present: field.count, all: field.count, byLayer: z.record(layer, field.count) }),
      /** What the whole book should be looked at for. */
      findings: z.array(finding),
    }),
  },
  'rules.add': { body: z.strictObject({ id: field.addressedId.optional(), ...ruleFields }), answer: saved },
  'rules.read': { params: byId, answer: saved.extend({ versions: z.array(ruleVersion), won }) },
  'rules.save': {
    params: byId,
    /** `version` is the one that was edited; another in the meantime refuses with `changed-meanwhile`. The layer never changes. */
    body: z.strictObject({ ...ruleFields, version: field.count, note: field.text(200).optional() }),
    answer: saved,
  },
  'rules.end': {
    params: byId,
    body: z.strictObject({ version: field.count.optional(), note: field.text(200).optional() }).optional(),
    answer: saved,
  },
  'rules.rank': {
    params: byId,
    /** The rule that is to come right after it, or null for the end of the layer. */
    body: z.strictObject({ before: field.outsideId.nullable() }),
    answer: z.object({ changed: z.array(z.object({ id: z.string(), from: z.int(), to: z.int() })) }),
  },
  'rules.check': {
    body: z.strictObject({ changes: planChanges }),
    answer: z.object({ findings: z.array(finding) }),
  },
} as const satisfies SchemasFor<typeof rulesRoutes>;
