import type { AttributionPolicy } from '@fenrun/engine';
import type { Day, Instant } from '@fenrun/kernel';
import type { Tx } from '../../../foundation/db';
import { countStep } from './count-funnel';
import { recordTouch, type TouchInput } from './record-touch';

/**
 * Records that a customer opened what a promoter shared: the touch, what it does to the binding, and, where it has effect, the open of
 * the share and of the day. Opening one's own share, or that of a promoter who is not active, is kept and counts nowhere.
 */
export async function recordOpen(
  tx: Tx,
  merchantId: string,
  touch: TouchInput,
  policy: AttributionPolicy,
  day: Day,
  at: Instant,
): Promise<void> {
  await recordTouch(tx, merchantId, touch, policy, at);
  if (!touch.isPromoterActive) return;
  if (touch.shareCode !== null) {
    const sql = 'UPDATE share SET opens = opens + 1 WHERE merchant_id = ? AND code = ?';
    await tx.run(sql, [merchantId, touch.shareCode]);
  }
  await countStep(tx, { merchantId, promoterId: touch.promoterId, day }, 'opens');
}
