import { find, type Reader } from '../../../foundation/db';
import { type PlanEntryRow, type PlanKind, planEntryTable } from '../store/plan-entry.row';

/** All saved versions of one thing of the rule book, oldest first; `code` is empty for what a merchant has one of. */
export function planVersions(db: Reader, merchantId: string, kind: PlanKind, code: string): Promise<PlanEntryRow[]> {
  const where = 'merchant_id = ? AND kind = ? AND code = ?';
  return find(db, planEntryTable, where, [merchantId, kind, code], 'ORDER BY saved_as');
}
