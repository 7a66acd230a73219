import { column, type RowOf, table } from '../../db';

/**
 * One write that was made under an Idempotency-Key. The row is inserted in the transaction of the write itself; the answer
 * is added when it has been given. Times are real, not business time.
 */
export const idempotencyTable = table(
  'idempotency_key',
  {
    merchantId: column.id(),
    /** Digest of actor, method, path and key. */
    scope: column.text(43),
    bodyDigest: column.text(43),
    /** What the call's transactions gave, in order. */
    results: column.json<unknown[]>(),
    status: column.orNull(column.count()),
    answer: column.orNull(column.json<unknown>()),
    expiresAt: column.instant(),
  },
  { primary: ['merchantId', 'scope'], indexes: [['expiresAt']] },
);

export type IdempotencyRow = RowOf<typeof idempotencyTable>;
