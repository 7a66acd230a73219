import type { CommissionKind, LeftOut } from '@fenrun/engine';
import type { DecidedSale, SaleAgain } from './decide-again';

/** What deciding a sale again does to one commission; amounts in minor units. */
export interface OutcomeRow {
  readonly order: string;
  readonly payeeId: string;
  readonly kind: CommissionKind;
  /** Null for a commission that the sale did not have. */
  readonly commission: string | null;
  readonly old: number;
  readonly fresh: number;
  readonly leftOut: LeftOut | null;
}

/** What deciding sales again did, or would do. Plain data, so that a repeated request can be answered from what was kept. */
export interface Outcome {
  readonly sales: number;
  /** Sales on which anything changes. */
  readonly changed: number;
  readonly old: number;
  readonly fresh: number;
  /** The changed ones first, the largest difference first, then those left out; `ROWS_AT_MOST` of them. */
  readonly rows: readonly OutcomeRow[];
}

export const NO_OUTCOME: Outcome = { sales: 0, changed: 0, old: 0, fresh: 0, rows: [] };

const ROWS_AT_MOST = 500;

/** What one sale adds to an outcome. It must be read before the sale is changed. */
export function outcomeOf({ row, commissions }: DecidedSale, again: SaleAgain): Outcome {
  const rows = again.commissions.map(({ payee, kind, known, net, leftOut }): OutcomeRow => {
    const commission = known === null ? null : commissions[known]?.row;
    const old = commission?.net ?? 0;
    return { order: row.outsideId, payeeId: payee, kind, commission: commission?.id ?? null, old, fresh: net, leftOut };
  });
  const isChanged = rows.some(({ old, fresh }) => old !== fresh);
  const sum = (of: (one: OutcomeRow) => number) => rows.reduce((all, one) => all + of(one), 0);
  return { sales: 1, changed: isChanged ? 1 : 0, old: sum((one) => one.old), fresh: sum((one) => one.fresh), rows };
}

export function addOutcomes(all: readonly Outcome[]): Outcome {
  const sum = (of: (one: Outcome) => number) => all.reduce((total, one) => total + of(one), 0);
  const rows = all.flatMap((one) => one.rows).sort(byWeight);
  return {
    sales: sum((one) => one.sales),
    changed: sum((one) => one.changed),
    old: sum((one) => one.old),
    fresh: sum((one) => one.fresh),
    rows: rows.slice(0, ROWS_AT_MOST),
  };
}

function byWeight(a: OutcomeRow, b: OutcomeRow): number {
  const size = ({ old, fresh }: OutcomeRow) => Math.abs(fresh - old);
  return size(b) - size(a) || Number(b.leftOut !== null) - Number(a.leftOut !== null);
}
