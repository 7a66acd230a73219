import { BEGINNING, type Instant } from '@fenrun/kernel';
import { insert, type Tx } from '../foundation/db';
import { timelineTable } from '../modules/commission';
import { type BookFrame, foundPlans, type PlanSaving, savePlans } from '../modules/plans';

export interface MerchantFoundation {
  readonly merchantId: string;
  readonly frame: BookFrame;
  /** What comes with the merchant; it holds from the beginning of time. */
  readonly plans: readonly Omit<PlanSaving, 'holdsFrom'>[];
  readonly by: string | null;
}

/** Opens a merchant's rule book and timeline. Resets before this instant are not run. */
export async function foundMerchant(
  tx: Tx,
  { merchantId, frame, plans, by }: MerchantFoundation,
  now: Instant,
): Promise<void> {
  await foundPlans(tx, merchantId, frame);
  await savePlans(
    tx,
    merchantId,
    plans.map((plan) => ({ ...plan, holdsFrom: BEGINNING })),
    by,
    now,
  );
  await insert(tx, timelineTable, [{ merchantId, at: now, cycleAt: BEGINNING, specialAt: now - 1 }]);
}
