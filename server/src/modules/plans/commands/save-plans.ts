import { type Instant, invariant } from '@fenrun/kernel';
import { insert, lockRows, type Tx } from '../../../foundation/db';
import { type PlanEntryRow, type PlanKind, planEntryTable } from '../store/plan-entry.row';

/** A thing to save in the rule book, whole; `doc` null ends it. */
export interface PlanSaving {
  readonly kind: PlanKind;
  /** Empty for what a merchant has one of. */
  readonly code: string;
  readonly doc: unknown | null;
  readonly holdsFrom: Instant;
  /** Why, in a person's words. */
  readonly note?: string | undefined;
}

/** Saves changes of a merchant's rule book together, as its next version. Answers that version's number. */
export async function savePlans(
  tx: Tx,
  merchantId: string,
  savings: readonly PlanSaving[],
  by: string | null,
  now: Instant,
): Promise<number> {
  const sql = 'SELECT version FROM plan_book WHERE merchant_id = ?';
  const [book] = await lockRows<{ version: number }>(tx, sql, [merchantId]);
  invariant(book, `merchant ${merchantId} has no rule book`);
  const savedAs = Number(book.version) + 1;
  await tx.run('UPDATE plan_book SET version = ? WHERE merchant_id = ?', [savedAs, merchantId]);
  const rows: PlanEntryRow[] = savings.map((saving) => ({
    merchantId,
    savedAs,
    kind: saving.kind,
    code: saving.code,
    holdsFrom: saving.holdsFrom,
    savedAt: now,
    savedBy: by,
    doc: saving.doc,
    note: saving.note?.trim() || null,
  }));
  await insert(tx, planEntryTable, rows);
  return savedAs;
}
