import type { Instant } from '@fenrun/kernel';
import { accumulate, type Tx } from '../../../foundation/db';
import { zoneOfMerchant } from '../../plans';
import { funnelDayTable } from '../store/funnel-day.row';

/** Counts one share, open or lead of a promoter on the day of the merchant's zone on which it happened. */
export async function countStep(
  tx: Tx,
  { merchantId, promoterId }: { readonly merchantId: string; readonly promoterId: string },
  step: 'shares' | 'opens' | 'leads',
  at: Instant,
): Promise<void> {
  const day = (await zoneOfMerchant(tx, merchantId)).dayAt(at);
  const none = { shares: 0, opens: 0, leads: 0, orders: 0, refunds: 0 };
  await accumulate(tx, funnelDayTable, [step], [{ merchantId, day, promoterId, ...none, [step]: 1 }]);
}
