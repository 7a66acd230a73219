import { COMMISSION_STATUSES, type CommissionStatus } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { along, type Reader, type SqlValue } from '../../../foundation/db';
import type { CommissionCondition } from './commission-filter';
import { keySlices } from './key-slices';

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

type Sums = Record<'count' | 'base' | 'amount' | 'net', number | string> & {
  readonly status: CommissionStatus;
  readonly payeeId: string;
  readonly since: number | string | null;
};

/** Count and sums of what a filter finds, per status in the order of a commission's life. What lets much through is added up in slices. */
export async function commissionTotals(
  db: Reader,
  { where, params, path }: CommissionCondition,
  merchantId: string,
): Promise<CommissionTotals> {
  const added = new Added();
  if (path !== 'wide') {
    const hint = path === 'free' ? '' : along(db, 'commission', path);
    added.take(await sums(db, hint, where, params));
    return added.totals();
  }
  const hint = along(db, 'commission', 'primary');
  for await (const { after, upTo } of keySlices(db, 'commission', merchantId)) {
    const stretch = upTo === null ? 'id > ?' : 'id > ? AND id <= ?';
    const bounds = upTo === null ? [after] : [after, upTo];
    added.take(await sums(db, hint, `${where} AND ${stretch}`, [...params, ...bounds]));
  }
  return added.totals();
}

function sums(db: Reader, hint: string, where: string, params: readonly SqlValue[]): Promise<Sums[]> {
  return db.rows<Sums>(
    `SELECT status, payee_id AS payeeId, COUNT(*) AS count, SUM(base) AS base, SUM(amount) AS amount, SUM(net) AS net, MIN(matured_at) AS since
      FROM commission ${hint} WHERE ${where} GROUP BY status, payee_id`,
    params,
  );
}

/** Adds slices up. */
class Added {
  private readonly payees = new Set<string>();
  private readonly byStatus = new Map<CommissionStatus, { count: number; base: number; amount: number; net: number }>();
  private since: Instant | null = null;

  take(rows: readonly Sums[]): void {
    for (const { status, payeeId, count, base, amount, net, since } of rows) {
      this.payees.add(payeeId);
      const sum = this.byStatus.get(status) ?? { count: 0, base: 0, amount: 0, net: 0 };
      sum.count += Number(count);
      sum.base += Number(base);
      sum.amount += Number(amount);
      sum.net += Number(net);
      this.byStatus.set(status, sum);
      if (status === 'in_review' && since !== null) this.since = Math.min(this.since ?? Number(since), Number(since));
    }
  }

  totals(): CommissionTotals {
    return {
      promoters: this.payees.size,
      byStatus: COMMISSION_STATUSES.flatMap((status) => {
        const sum = this.byStatus.get(status);
        return sum ? [{ status, ...sum }] : [];
      }),
      oldestWaitingSince: this.since,
    };
  }
}
