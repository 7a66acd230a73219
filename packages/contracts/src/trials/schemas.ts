import { z } from 'zod';
import { commissionKindWords } from '../commission/labels';
import { trace } from '../commission/trace';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { planChanges } from '../plans/change';
import { layerWords } from '../plans/labels';
import { backTestByWords, backTestStateWords } from './labels';
import type { trialsRoutes } from './routes';

/** A hypothetical order. What is absent is as in a real one; a price that is absent is the product's. */
const triedOrder = z.strictObject({
  /** A promoter's code; null is a sale that nobody brought. */
  promoter: field.outsideId.nullable(),
  /** True: the promoter buys himself. */
  self: z.boolean().default(false),
  paidAt: field.instant.optional(),
  customer: z.enum(['new', 'returning']).nullable().default(null),
  type: z.enum(['one_time', 'recurring', 'manual']).default('one_time'),
  sequence: z.int().min(1).nullable().default(null),
  country: field.region.nullable().default(null),
  coupons: z.array(field.outsideId).max(20).default([]),
  campaign: field.outsideId.nullable().default(null),
  subId: field.outsideId.nullable().default(null),
  discount: field.money.default('0'),
  shipping: field.money.default('0'),
  /** An amount set by hand; manual orders only. */
  commission: field.money.nullable().default(null),
  lines: z
    .array(
      z.strictObject({
        sku: field.outsideId,
        quantity: z.int().min(1).max(1_000_000),
        price: field.money.optional(),
        category: field.outsideId.nullable().optional(),
        discount: field.money.default('0'),
        tax: field.money.default('0'),
      }),
    )
    .min(1)
    .max(200),
});

const trialAnswer = z.object({
  /** What all payees together would get. */
  total: field.money,
  /** What the customer pays: goods after discounts, tax and shipping. */
  paid: field.money,
  /** `11.5%`: the total's share of the goods after discounts. */
  share: z.string(),
  cap: z.string(),
  payees: z.array(
    z.object({
      promoter: z.string(),
      promoterName: z.string(),
      kind: z.enum(keysOf(commissionKindWords)),
      amount: field.money,
      lines: z.array(
        z.object({
          index: field.count,
          name: z.string(),
          base: field.money,
          rate: z.string().nullable(),
          rule: z.string().nullable(),
          layer: z.enum(keysOf(layerWords)).nullable(),
          amount: field.money,
        }),
      ),
    }),
  ),
  /** What else is worth a line: the network is off, the inviter is not active, the cap took something, … */
  remarks: z.array(z.string()),
  trace,
  /** The plain sentence that the promoter would read; null when nothing is earned. */
  sentence: z.string().nullable(),
  /**
   * For every rule that was looked at, by its ref: whether it won lines and which, or why not in a few words
   * (`老客，第 3 次下单`). Rules that do not reach the promoter are not among them.
   */
  verdicts: z.record(z.string(), z.object({ won: z.boolean(), text: z.string() })),
});

const oldAndNew = {
  sales: field.count,
  old: field.signedMoney,
  new: field.signedMoney,
  difference: field.signedMoney,
};

export const backTest = z.object({
  id: z.string(),
  state: z.enum(keysOf(backTestStateWords)),
  createdAt: field.instant,
  by: z.string(),
  /** What was changed, in words. */
  changesText: z.array(z.string()),
  days: field.count,
  from: field.instant,
  to: field.instant,
  done: field.count,
  /** How many sales it looks at; known soon after it began. */
  of: field.count.nullable(),
  result: z
    .object({
      ...oldAndNew,
      /** Sales on which the two differ. */
      changed: field.count,
      promoters: z.object({ more: field.count, less: field.count, same: field.count }),
      /** For the chart: every day of the window in order. */
      byDay: z.array(z.object({ day: field.day, ...oldAndNew })),
    })
    .nullable(),
  /** Why it failed. */
  problem: z.string().nullable(),
});

const byId = z.object({ id: field.id });
const rowsQuery = { by: z.enum(keysOf(backTestByWords)).default('promoter') };

export const trialsSchemas = {
  'trials.order': {
    body: z.strictObject({ order: triedOrder, changes: planChanges }),
    answer: trialAnswer,
  },
  'trials.plan': {
    /** The scenario as its format says; `scenarios/README.md` describes it. */
    body: z.strictObject({ scenario: z.record(z.string(), z.unknown()) }),
    answer: z.object({
      title: z.string(),
      passed: z.boolean(),
      /** Each difference between what was expected and what came. */
      diffs: z.array(z.object({ path: z.string(), expected: z.unknown(), actual: z.unknown(), text: z.string() })),
      /** Everything that came out, in the form of `expect`. */
      actual: z.record(z.string(), z.unknown()),
      /** Why it could not be played: where in the file, and what is wrong. */
      invalid: z.object({ path: z.string(), detail: z.string() }).nullable(),
      milliseconds: field.count,
    }),
  },
  'trials.backTests': { query: z.strictObject(field.paging), answer: field.page(backTest) },
  'trials.startBackTest': {
    body: z.strictObject({ changes: planChanges, days: z.int().min(1).max(366).default(30) }),
    answer: backTest,
  },
  'trials.backTest': { params: byId, answer: backTest },
  'trials.cancelBackTest': { params: byId, body: z.strictObject({}).optional(), answer: backTest },
  'trials.backTestRows': {
    params: byId,
    query: z.strictObject({ ...field.paging, ...rowsQuery }),
    answer: field.page(z.object({ id: z.string(), name: z.string(), ...oldAndNew })),
  },
  'trials.backTestCsv': {
    params: byId,
    query: z.strictObject({ ...rowsQuery, lang: field.lang.optional() }),
    answer: field.nothing,
  },
} as const satisfies SchemasFor<typeof trialsRoutes>;
