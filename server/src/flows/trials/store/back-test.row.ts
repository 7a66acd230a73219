import type { Lang } from '@fenrun/contracts';
import { column, type RowOf, table } from '../../../foundation/db';
import type { PlanDraft } from '../draft-book';

export const BACK_TEST_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type BackTestState = (typeof BACK_TEST_STATES)[number];

/** What a back-test came to in all; amounts in minor units. The sums by promoter, product and day are in `back_test_row`. */
export interface BackTestTotals {
  readonly sales: number;
  readonly old: number;
  readonly fresh: number;
  /** Sales on which the two differ. */
  readonly changed: number;
  /** How many promoters would get more, less and the same. */
  readonly promoters: { readonly more: number; readonly less: number; readonly same: number };
}

/** A draft of the rule book replayed over past sales, and how far that is. */
export const backTestTable = table(
  'back_test',
  {
    merchantId: column.id(),
    id: column.id(),
    state: column.text<BackTestState>(16),
    createdAt: column.instant(),
    createdBy: column.text(128),
    /** What was changed, in the form of the rule book, and in words. */
    drafts: column.json<readonly PlanDraft[]>(),
    words: column.json<Readonly<Record<Lang, readonly string[]>>>(),
    days: column.count(),
    fromAt: column.instant(),
    toAt: column.instant(),
    done: column.count(),
    /** Sales in all; null until they are counted. */
    total: column.orNull(column.count()),
    result: column.orNull(column.json<BackTestTotals>()),
    /** Why it failed. */
    problem: column.orNull(column.text(64)),
    finishedAt: column.orNull(column.instant()),
  },
  { primary: ['merchantId', 'id'], indexes: [['state']] },
);
export type BackTestRow = RowOf<typeof backTestTable>;
