import type { Instant } from '@fenrun/kernel';
import { find, insert, marks, type Reader, type Tx } from '../db';
import { newId } from '../ids';
import { type OutboxRow, outboxTable } from './store/outbox.row';

export type { OutboxRow } from './store/outbox.row';

/** A happening to publish. `subjectId` names what it is about; `payload` carries what the reader could not look up. */
export interface Happening {
  readonly lane: string;
  readonly topic: string;
  readonly subjectId: string;
  readonly payload?: unknown;
}

const waiters = new Map<string, Set<(merchantId: string) => void>>();

/** Calls `wake` after every commit in this process that published into the lane. Answers how to stop. */
export function onPublished(lane: string, wake: (merchantId: string) => void): () => void {
  const set = waiters.get(lane) ?? new Set();
  waiters.set(lane, set.add(wake));
  return () => void set.delete(wake);
}

/** Publishes in the caller's transaction: what is rolled back was never said. */
export async function publish(
  tx: Tx,
  merchantId: string,
  at: Instant,
  happenings: readonly Happening[],
): Promise<void> {
  if (happenings.length === 0) return;
  const rows: OutboxRow[] = happenings.map((h) => ({
    lane: h.lane,
    merchantId,
    at,
    id: newId(at),
    topic: h.topic,
    subjectId: h.subjectId,
    payload: h.payload ?? null,
  }));
  await insert(tx, outboxTable, rows);
  for (const lane of new Set(happenings.map((h) => h.lane))) {
    tx.afterCommit(() => {
      for (const wake of waiters.get(lane) ?? []) wake(merchantId);
    });
  }
}

/** What waits in a merchant's lane up to an instant, in order, at most `limit`. */
export function waiting(
  db: Reader,
  lane: string,
  merchantId: string,
  until: Instant,
  limit: number,
): Promise<OutboxRow[]> {
  const where = 'lane = ? AND merchant_id = ? AND at <= ?';
  return find(db, outboxTable, where, [lane, merchantId, until], `ORDER BY at, id LIMIT ${limit}`);
}

/** The merchants with something waiting in a lane. */
export async function merchantsWaiting(db: Reader, lane: string, limit: number): Promise<string[]> {
  const sql = `SELECT DISTINCT merchant_id AS merchantId FROM outbox WHERE lane = ? LIMIT ${limit}`;
  return (await db.rows<{ merchantId: string }>(sql, [lane])).map((row) => row.merchantId);
}

/** Takes worked happenings out, in the transaction that worked them. Fails if another transaction did so before. */
export async function settleHappenings(tx: Tx, worked: readonly OutboxRow[]): Promise<void> {
  if (worked.length === 0) return;
  const { lane, merchantId } = worked[0] as OutboxRow;
  const ids = worked.map((row) => row.id);
  const ats = worked.map((row) => row.at);
  const sql = `DELETE FROM outbox WHERE lane = ? AND merchant_id = ? AND at >= ? AND at <= ? AND id IN (${marks(ids.length)})`;
  const gone = await tx.run(sql, [lane, merchantId, Math.min(...ats), Math.max(...ats), ...ids]);
  if (gone !== worked.length) throw new Error(`happenings were worked twice: ${gone} of ${worked.length}`);
}
