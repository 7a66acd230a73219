import { column, type RowOf, table } from '../../../foundation/db';

export const PLAN_KINDS = ['settings', 'programme', 'rule', 'campaign', 'grouping', 'ladder', 'tier_bonuses'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/**
 * One saved version of one thing in the rule book. Only ever added. `code` is empty for what a merchant has one of;
 * `doc` null says that the thing was ended or deleted.
 */
export const planEntryTable = table(
  'plan_entry',
  {
    merchantId: column.id(),
    savedAs: column.count(),
    kind: column.text<PlanKind>(16),
    code: column.text(64),
    holdsFrom: column.instant(),
    savedAt: column.instant(),
    savedBy: column.orNull(column.text(64)),
    doc: column.orNull(column.json<unknown>()),
    /** Why it was saved, in the words of the person who did. */
    note: column.orNull(column.text(200)),
  },
  { primary: ['merchantId', 'savedAs', 'kind', 'code'], indexes: [['merchantId', 'kind', 'code', 'savedAs']] },
);
export type PlanEntryRow = RowOf<typeof planEntryTable>;
