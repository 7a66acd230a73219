import { z } from 'zod';
import * as field from '../common/fields';
import { promoterMention } from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { warning } from '../plans/settings';
import { finding } from '../rules/finding';
import { groupsForm, ladderForm, tierBonusesForm } from './forms';
import type { climbingRoutes } from './routes';

/** How a thing of the rule book was saved last; version 0 when it never was. */
const saved = {
  version: field.count,
  since: field.instant.nullable(),
  savedBy: z.string().nullable(),
  findings: z.array(finding),
};

/** What a promoter has gathered, in the metric: a decimal amount, or a whole number. */
const figure = z.string();

const step = z.object({
  programme: z.string(),
  programmeName: z.string(),
  /** `8%` */
  rateText: z.string(),
  threshold: figure,
  active: z.boolean(),
  people: field.count,
  pinned: field.count,
  /** Of those who were on it, how many rose in the last 30 days. */
  roseIn30Days: field.count,
  /** How many would stand here after the next reset; null without one. */
  afterReset: field.count.nullable(),
});

const ladder = z.object({
  ...saved,
  /** Null while the merchant has never saved one. */
  ladder: ladderForm.nullable(),
  /** Levels that remain, lowest first. */
  steps: z.array(step),
  /** Those on programmes beside the ladder. */
  beside: field.count,
  /** The few who miss least to the next level. */
  nearest: z.array(z.object({ promoter: promoterMention, toName: z.string(), missing: figure })).max(10),
  nextReset: z.object({ at: field.instant, moves: field.count, pinned: field.count }).nullable(),
  warnings: z.array(warning),
});

/** How many would go from where to where. */
const moves = z.object({
  total: field.count,
  moves: z.array(
    z.object({
      from: z.string().nullable(),
      fromName: z.string(),
      to: z.string().nullable(),
      toName: z.string(),
      people: field.count,
    }),
  ),
  /** Some of them by name. */
  some: z.array(z.object({ promoter: promoterMention, fromName: z.string(), toName: z.string(), figure })).max(50),
  findings: z.array(finding),
  warnings: z.array(warning),
});

const acknowledged = z.array(z.string().max(64)).max(20).default([]);

const groups = z.object({
  ...saved,
  groups: groupsForm,
  /** One entry a group, in their order. */
  members: z.array(
    z.object({
      id: z.string(),
      people: field.count,
      pinned: field.count,
      rules: field.count,
      criteriaText: z.string(),
    }),
  ),
  default: z.object({ people: field.count, pinned: field.count }),
});

const tierBonuses = z.object({
  ...saved,
  tierBonuses: tierBonusesForm.nullable(),
  /** One entry a step, in their order. */
  steps: z.array(z.object({ sentence: z.string(), rateText: z.string(), running: field.count })),
});

export const climbingSchemas = {
  'climbing.ladder': { answer: ladder },
  'climbing.saveLadder': {
    body: z.strictObject({ version: field.count, ladder: ladderForm, acknowledged }),
    answer: ladder.extend({ moved: field.count }),
  },
  'climbing.previewLadder': { body: z.strictObject({ ladder: ladderForm }), answer: moves },
  'climbing.resetPreview': {
    query: z.strictObject({ ...field.paging, pinned: field.flagInQuery.optional() }),
    answer: field
      .page(
        z.object({
          promoter: promoterMention,
          fromName: z.string(),
          /** Null where nothing changes: pinned. */
          toName: z.string().nullable(),
          pinned: z.boolean(),
          figure,
        }),
      )
      .extend({ at: field.instant.nullable(), moves: field.count, pinned: field.count }),
  },
  'climbing.resets': {
    query: z.strictObject(field.paging),
    answer: field.page(z.object({ at: field.instant, ranAt: field.instant, moved: field.count })),
  },
  'climbing.groups': { answer: groups },
  'climbing.saveGroups': {
    body: z.strictObject({ version: field.count, groups: groupsForm }),
    answer: groups.extend({ moved: field.count }),
  },
  'climbing.previewGroups': { body: z.strictObject({ groups: groupsForm }), answer: moves },
  'climbing.tierBonuses': { answer: tierBonuses },
  'climbing.saveTierBonuses': {
    body: z.strictObject({ version: field.count, tierBonuses: tierBonusesForm }),
    answer: tierBonuses,
  },
} as const satisfies SchemasFor<typeof climbingRoutes>;
