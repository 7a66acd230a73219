import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { programmeFields } from './programme-fields';
import type { plansRoutes } from './routes';
import { rate, settings, warning } from './settings';

export const programme = z.object({
  id: z.string(),
  ...programmeFields,
  isDefault: z.boolean(),
  active: z.boolean(),
  /** How many promoters are in it now. */
  promoters: field.count,
  version: field.count,
  /** Since when this version decides; null for the first, which holds from the beginning of time. */
  since: field.instant.nullable(),
});

export const programmeVersion = z.object({
  version: field.count,
  since: field.instant.nullable(),
  savedBy: z.string(),
  rate: rate.nullable(),
  note: z.string(),
});

const byId = z.object({ id: field.outsideId });

const settingsAnswer = z.object({
  version: field.count,
  since: field.instant.nullable(),
  savedBy: z.string(),
  settings,
  warnings: z.array(warning),
});

export const plansSchemas = {
  'plans.programmes': { answer: z.object({ data: z.array(programme) }) },
  'plans.programme': { params: byId, answer: programme.extend({ versions: z.array(programmeVersion) }) },
  'plans.addProgramme': {
    body: z.strictObject({ ...programmeFields, id: field.addressedId.optional() }),
    answer: programme,
  },
  'plans.saveProgramme': {
    params: byId,
    /** `version` is the one that was edited; another in the meantime refuses with `changed-meanwhile`. */
    body: z.strictObject({ ...programmeFields, version: field.count, note: field.text(200).optional() }),
    answer: programme,
  },
  'plans.deactivateProgramme': {
    params: byId,
    body: z.strictObject({ version: field.count.optional() }).optional(),
    answer: z.object({ programme, moved: field.count }),
  },
  'plans.activateProgramme': { params: byId, body: z.strictObject({}).optional(), answer: programme },
  'plans.deleteProgramme': { params: byId, answer: field.nothing },
  'plans.makeDefault': { params: byId, body: z.strictObject({}).optional(), answer: programme },
  'plans.settings': { answer: settingsAnswer },
  'plans.saveSettings': {
    body: z.strictObject({
      version: field.count,
      settings,
      acknowledged: z.array(z.string().max(64)).max(20).default([]),
    }),
    answer: settingsAnswer,
  },
} as const satisfies SchemasFor<typeof plansRoutes>;
