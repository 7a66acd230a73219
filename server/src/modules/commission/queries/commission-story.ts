import { find, type Reader } from '../../../foundation/db';
import { type AdjustmentRow, adjustmentTable } from '../store/adjustment.row';

/** The adjustments of a commission, in the order of their making. */
export function adjustmentsOf(db: Reader, merchantId: string, commissionId: string): Promise<AdjustmentRow[]> {
  return find(db, adjustmentTable, 'merchant_id = ? AND commission_id = ?', [merchantId, commissionId], 'ORDER BY id');
}

/** What refunds took of commissions after they had been paid out, by commission, in minor units (not above 0). */
export async function takenAfterPayment(
  db: Reader,
  merchantId: string,
  commissions: readonly { readonly id: string; readonly paidOutAt: number | null }[],
): Promise<Map<string, number>> {
  const paid = commissions.filter(({ paidOutAt }) => paidOutAt !== null);
  if (paid.length === 0) return new Map();
  const marks = paid.map(() => '?').join(', ');
  const rows = await find(db, adjustmentTable, `merchant_id = ? AND kind = 'refund' AND commission_id IN (${marks})`, [
    merchantId,
    ...paid.map(({ id }) => id),
  ]);
  const taken = new Map<string, number>();
  for (const { commissionId, amount, at } of rows) {
    const paidOutAt = paid.find(({ id }) => id === commissionId)?.paidOutAt ?? null;
    if (paidOutAt !== null && at >= paidOutAt) taken.set(commissionId, (taken.get(commissionId) ?? 0) + amount);
  }
  return taken;
}
