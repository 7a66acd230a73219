import type { Day } from '@fenrun/kernel';
import { accumulate, type Tx } from '../../../foundation/db';
import { funnelDayTable } from '../store/funnel-day.row';

/** Counts one share, open or lead of a promoter on a day of the merchant's zone. */
export async function countStep(
  tx: Tx,
  { merchantId, promoterId, day }: { readonly merchantId: string; readonly promoterId: string; readonly day: Day },
  step: 'shares' | 'opens' | 'leads',
): Promise<void> {
  const none = { shares: 0, opens: 0, leads: 0, orders: 0, refunds: 0 };
  await accumulate(tx, funnelDayTable, [step], [{ merchantId, day, promoterId, ...none, [step]: 1 }]);
}
