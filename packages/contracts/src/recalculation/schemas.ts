import { z } from 'zod';
import { commissionKindWords } from '../commission/labels';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import type { recalculationRoutes } from './routes';

/** The sales: by order id, or those paid in a window of at most 366 days, of one promoter or product if given. At most 2,000 sales. */
const chosen = {
  orders: z.array(field.outsideId).min(1).max(2000).optional(),
  filter: z
    .strictObject({
      from: field.instantOrDay,
      to: field.instantOrDay,
      promoter: field.outsideId.optional(),
      sku: field.outsideId.optional(),
    })
    .optional(),
};
const oneChoice = (data: { orders?: unknown; filter?: unknown }) => Boolean(data.orders) !== Boolean(data.filter);
const needsChoice = { path: ['orders'], error: 'orders-or-filter' };

const row = z.object({
  order: z.string(),
  promoter: z.string(),
  promoterName: z.string(),
  kind: z.enum(keysOf(commissionKindWords)),
  /** Null for a commission that the sale did not have. */
  commission: z.string().nullable(),
  /** Net before and after, and the adjustment between. */
  old: field.signedMoney,
  new: field.signedMoney,
  difference: field.signedMoney,
  /** Why this one stays as it is: `rejected`, `reversed`; null when it changes. */
  leftOut: z.string().nullable(),
  leftOutText: z.string().nullable(),
});

const outcome = z.object({
  sales: field.count,
  /** Sales on which anything changes. */
  changed: field.count,
  old: field.signedMoney,
  new: field.signedMoney,
  difference: field.signedMoney,
  /** The changed commissions first, largest difference first; 500 at most. */
  rows: z.array(row).max(500),
  /** The number of the rule book that decided; a run names the one that was previewed. */
  bookVersion: field.count,
});

export const recalculationSchemas = {
  'recalculation.preview': { body: z.strictObject(chosen).refine(oneChoice, needsChoice), answer: outcome },
  'recalculation.run': {
    /** `bookVersion` is the previewed one; another in the meantime refuses with `changed-meanwhile`. */
    body: z
      .strictObject({ ...chosen, bookVersion: field.count, reason: field.text(500, 1) })
      .refine(oneChoice, needsChoice),
    answer: outcome,
  },
} as const satisfies SchemasFor<typeof recalculationRoutes>;
