import type { PayoutStatus } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { find, findAmong, findOne, marks, type Reader, type SqlValue } from '../../../foundation/db';
import { type PayoutChannel, type PayoutRow, payoutTable } from '../store/payout.row';
import { type PayoutStepRow, payoutStepTable } from '../store/payout-step.row';

export interface PayoutFilter {
  readonly status?: readonly PayoutStatus[] | undefined;
  readonly channel?: readonly PayoutChannel[] | undefined;
  /** Our id of the promoter. */
  readonly promoterId?: string | undefined;
  /** When it was asked for, `[from, to)`. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** A page of payouts, newest first; ids are made in the order of time. */
export async function listPayouts(
  db: Reader,
  merchantId: string,
  filter: PayoutFilter,
  after: string | null,
  limit: number,
): Promise<{ rows: PayoutRow[]; next: string | null }> {
  const parts = ['merchant_id = ?'];
  const params: SqlValue[] = [merchantId];
  const also = (sql: string, ...values: SqlValue[]) => {
    parts.push(sql);
    params.push(...values);
  };
  if (filter.status) also(`status IN (${marks(filter.status.length)})`, ...filter.status);
  if (filter.channel) also(`channel IN (${marks(filter.channel.length)})`, ...filter.channel);
  if (filter.promoterId !== undefined) also('promoter_id = ?', filter.promoterId);
  if (filter.from !== undefined) also('requested_at >= ?', filter.from);
  if (filter.to !== undefined) also('requested_at < ?', filter.to);
  if (after !== null) also('id < ?', after);
  const tail = `ORDER BY id DESC LIMIT ${Math.trunc(limit) + 1}`;
  const rows = await find(db, payoutTable, parts.join(' AND '), params, tail);
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

export function payoutById(db: Reader, merchantId: string, id: string): Promise<PayoutRow | undefined> {
  return findOne(db, payoutTable, 'merchant_id = ? AND id = ?', [merchantId, id]);
}

/** The states that payouts went through, by payout, in order. */
export async function stepsOfPayouts(
  db: Reader,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, PayoutStepRow[]>> {
  const rows = await findAmong(db, payoutStepTable, 'merchant_id = ?', [merchantId], 'payoutId', ids);
  const steps = new Map<string, PayoutStepRow[]>();
  for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const list = steps.get(row.payoutId);
    if (list) list.push(row);
    else steps.set(row.payoutId, [row]);
  }
  return steps;
}

/** What a promoter asked for since an instant. */
export function payoutsSince(db: Reader, merchantId: string, promoterId: string, since: Instant): Promise<PayoutRow[]> {
  const where = 'merchant_id = ? AND promoter_id = ? AND requested_at >= ?';
  return find(db, payoutTable, where, [merchantId, promoterId, since], 'ORDER BY id');
}
