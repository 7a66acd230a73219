import { COMMISSION_STATUSES, type CommissionStatus } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';
import type { CommissionCondition } from './commission-filter';

export interface StatusTotal {
  readonly status: CommissionStatus;
  readonly count: number;
  /** In minor units, as all amounts here. */
  readonly base: number;
  readonly amount: number;
  readonly net: number;
}

export interface CommissionTotals {
  readonly promoters: number;
  readonly byStatus: readonly StatusTotal[];
  /** Since when the first of those in review waits; null if none does. */
  readonly oldestWaitingSince: Instant | null;
}

type Sums = Record<'count' | 'base' | 'amount' | 'net' | 'since', number | string | null> & {
  status: CommissionStatus;
};

/** Count and sums of what a filter finds, per status in the order of a commission's life. */
export async function commissionTotals(db: Reader, { where, params }: CommissionCondition): Promise<CommissionTotals> {
  const sums = await db.rows<Sums>(
    `SELECT status, COUNT(*) AS count, SUM(base) AS base, SUM(amount) AS amount, SUM(net) AS net, MIN(matured_at) AS since
      FROM commission WHERE ${where} GROUP BY status`,
    params,
  );
  const [people] = await db.rows<{ promoters: number | string }>(
    `SELECT COUNT(DISTINCT payee_id) AS promoters FROM commission WHERE ${where}`,
    params,
  );
  const since = sums.find(({ status }) => status === 'in_review')?.since ?? null;
  return {
    promoters: Number(people?.promoters ?? 0),
    byStatus: COMMISSION_STATUSES.flatMap((status) => {
      const found = sums.find((one) => one.status === status);
      if (!found) return [];
      const { count, base, amount, net } = found;
      return [{ status, count: Number(count), base: Number(base), amount: Number(amount), net: Number(net) }];
    }),
    oldestWaitingSince: since === null ? null : Number(since),
  };
}
