import { column, type RowOf, table } from '../../../foundation/db';

export const ASPECTS = ['status', 'programme', 'group', 'inviter'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** One change of a promoter's standing; the last one at or before an instant is what held then. Only ever added. */
export const promoterChangeTable = table(
  'promoter_change',
  {
    merchantId: column.id(),
    promoterId: column.id(),
    id: column.id(),
    aspect: column.text<Aspect>(16),
    /** From when it holds; the first of an aspect holds from the beginning of time. */
    fromAt: column.instant(),
    value: column.orNull(column.text(64)),
    isPinned: column.flag(),
    /** Why: `start`, `assigned`, `released`, `climbed`, `reset`, `deactivated`, `demoted`, `person`. */
    cause: column.text(32),
    reason: column.orNull(column.text(500)),
    madeBy: column.orNull(column.text(64)),
  },
  { primary: ['merchantId', 'promoterId', 'id'] },
);
export type PromoterChangeRow = RowOf<typeof promoterChangeTable>;
