import { invariant, type Zone, zone } from '@fenrun/kernel';
import { findOne, type Reader } from '../../../foundation/db';
import { planBookTable } from '../store/plan-book.row';

/** The zone in which a merchant's days begin. */
export async function zoneOfMerchant(db: Reader, merchantId: string): Promise<Zone> {
  const frame = await findOne(db, planBookTable, 'merchant_id = ?', [merchantId]);
  invariant(frame, `merchant ${merchantId} has no rule book`);
  return zone(frame.timezone);
}
