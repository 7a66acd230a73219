import type { Reader } from '../../../foundation/db';
import { figureSql, type LadderCount, WITH_COUNTERS } from './ladder-figure';

/** How somebody stands and what he has gathered: all that decides where he belongs. */
export interface Standing {
  readonly id: string;
  readonly programme: string;
  readonly groupCode: string | null;
  readonly isProgrammePinned: boolean;
  readonly isGroupPinned: boolean;
  /** False for applicants and those turned down: they stand somewhere already, but nobody counts them. */
  readonly isAdmitted: boolean;
  /** In the ladder's metric, since its last reset. */
  readonly figure: number;
  readonly orders: number;
  readonly revenue: number;
  readonly customers: number;
}

/** People read at once, so that memory does not grow with their number. */
const SLICE = 2_000;

/** Everybody of a merchant, in slices, in the order of ids. `count` null leaves the ladder's figure at zero. */
export async function* standings(
  db: Reader,
  merchantId: string,
  count: LadderCount | null,
): AsyncGenerator<readonly Standing[]> {
  const figure = count ? figureSql(count.metric) : '0';
  const sql = `SELECT p.id AS id, p.programme AS programme, p.group_code AS groupCode, p.status AS status,
      p.is_programme_pinned AS isProgrammePinned, p.is_group_pinned AS isGroupPinned, ${figure} AS figure,
      c.orders AS orders, c.revenue AS revenue, c.customers AS customers
    FROM ${WITH_COUNTERS} WHERE p.merchant_id = ? AND p.id > ? ORDER BY p.id LIMIT ${SLICE}`;
  let after = '';
  for (;;) {
    const rows = await db.rows<Row>(sql, [...(count ? [count.cycleAt] : []), merchantId, after]);
    if (rows.length > 0) yield rows.map(toStanding);
    if (rows.length < SLICE) return;
    after = rows.at(-1)?.id ?? '';
  }
}

interface Row extends Record<'isProgrammePinned' | 'isGroupPinned' | 'figure', number | string> {
  readonly id: string;
  readonly programme: string;
  readonly groupCode: string | null;
  readonly status: string;
  readonly orders: number | string | null;
  readonly revenue: number | string | null;
  readonly customers: number | string | null;
}

function toStanding(row: Row): Standing {
  const { id, programme, groupCode, status } = row;
  return {
    id,
    programme,
    groupCode,
    isProgrammePinned: Number(row.isProgrammePinned) === 1,
    isGroupPinned: Number(row.isGroupPinned) === 1,
    isAdmitted: status !== 'applicant' && status !== 'rejected',
    figure: Number(row.figure),
    orders: Number(row.orders ?? 0),
    revenue: Number(row.revenue ?? 0),
    customers: Number(row.customers ?? 0),
  };
}
