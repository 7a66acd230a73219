import { along, find, findAmong, findOne, type Reader, type SqlValue } from '../../../foundation/db';
import { type CommissionRow, commissionTable } from '../store/commission.row';
import type { CommissionCondition, CommissionPath } from './commission-filter';

/** `newest` and `oldest` go by paid time, `waiting` by when it became due, `amount` from the largest down. */
export type CommissionSort = 'newest' | 'oldest' | 'waiting' | 'amount';

/** After which commission a page goes on: the value it was sorted by, and its id. */
export type CommissionPlace = readonly [value: number, id: string];

interface Order {
  readonly column: 'paid_at' | 'due_at' | 'amount' | 'moved_at';
  readonly key: 'paidAt' | 'dueAt' | 'amount' | 'movedAt';
  readonly isDown: boolean;
}

const ORDERS: Readonly<Record<CommissionSort | 'moved', Order>> = {
  newest: { column: 'paid_at', key: 'paidAt', isDown: true },
  oldest: { column: 'paid_at', key: 'paidAt', isDown: false },
  waiting: { column: 'due_at', key: 'dueAt', isDown: false },
  amount: { column: 'amount', key: 'amount', isDown: true },
  moved: { column: 'moved_at', key: 'movedAt', isDown: true },
};

export interface CommissionPage {
  readonly rows: readonly CommissionRow[];
  /** Null on the last page. */
  readonly next: CommissionPlace | null;
}

/**
 * A page of commissions: the keys first, the rows by them. The sorts by paid time and by dueness walk an index; `amount` sorts what the
 * filter finds, and `moved` what one promoter has.
 */
export async function listCommissions(
  db: Reader,
  { where, params, path }: CommissionCondition,
  sort: CommissionSort | 'moved',
  after: CommissionPlace | null,
  limit: number,
): Promise<CommissionPage> {
  const { column, key, isDown } = ORDERS[sort];
  const [beyond, direction] = isDown ? ['<', 'DESC'] : ['>', 'ASC'];
  const place = after ? ` AND (${column} ${beyond} ? OR (${column} = ? AND id ${beyond} ?))` : '';
  const at: SqlValue[] = after ? [after[0], after[0], after[1]] : [];
  const hint = hintFor(db, path, column);
  const sql = `SELECT merchant_id AS merchantId, id FROM commission ${hint} WHERE ${where}${place} ORDER BY ${column} ${direction}, id ${direction} LIMIT ${Math.trunc(limit) + 1}`;
  const keys = await db.rows<{ merchantId: string; id: string }>(sql, [...params, ...at]);
  const rows = await commissionsById(
    db,
    keys[0]?.merchantId ?? '',
    keys.slice(0, limit).map((found) => found.id),
  );
  const last = keys.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last ? [last[key], last.id] : null };
}

/** What lets much through is walked in the order of the sort, if there is such an index; else what leads to little is looked up and sorted. */
function hintFor(db: Reader, path: CommissionPath, column: Order['column']): string {
  if (path === 'wide') return column === 'paid_at' ? along(db, 'commission', 'ix_commission_paid_at_id') : '';
  return path === 'free' ? '' : along(db, 'commission', path);
}

/** Commissions in the order of the ids; what is not known is left out. */
export async function commissionsById(
  db: Reader,
  merchantId: string,
  ids: readonly string[],
): Promise<CommissionRow[]> {
  const found = await findAmong(db, commissionTable, 'merchant_id = ?', [merchantId], 'id', ids);
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export function commissionById(db: Reader, merchantId: string, id: string): Promise<CommissionRow | undefined> {
  return findOne(db, commissionTable, 'merchant_id = ? AND id = ?', [merchantId, id]);
}

/** All commissions of sales, in the order of their making. */
export function commissionsOfSales(
  db: Reader,
  merchantId: string,
  saleIds: readonly string[],
): Promise<CommissionRow[]> {
  return findAmong(db, commissionTable, 'merchant_id = ?', [merchantId], 'saleId', saleIds).then((rows) =>
    rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

/** What a filter finds from a key on, in the order of the ids, for work in slices. */
export function commissionSlice(
  db: Reader,
  { where, params }: CommissionCondition,
  after: string,
  limit: number,
): Promise<CommissionRow[]> {
  return find(db, commissionTable, `${where} AND id > ?`, [...params, after], `ORDER BY id LIMIT ${Math.trunc(limit)}`);
}
