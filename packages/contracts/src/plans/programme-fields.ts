import { z } from 'zod';
import * as field from '../common/fields';
import { keysOf } from '../common/words';
import { recurringWords } from './labels';
import { rate } from './settings';

const recurring = z.strictObject({
  mode: z.enum(keysOf(recurringWords)),
  n: z.int().min(1).max(1000).nullable().optional(),
});

/** A programme as people write it: its default rate (null matches nothing), special rates, and what it does with renewals. */
export const programmeFields = {
  name: field.name,
  rate: rate.nullable(),
  skus: z.array(z.strictObject({ sku: field.outsideId, rate })).max(10_000),
  categories: z.array(z.strictObject({ category: field.outsideId, rate })).max(10_000),
  recurring,
};

export const programmeForm = z.strictObject(programmeFields);
