import { insert, type Tx } from '../../../foundation/db';
import { planBookTable } from '../store/plan-book.row';

export interface BookFrame {
  readonly currency: string;
  readonly region: string;
  readonly timezone: string;
}

/** Opens a merchant's empty rule book. Its first savings hold from the beginning of time. */
export async function foundPlans(tx: Tx, merchantId: string, frame: BookFrame): Promise<void> {
  await insert(tx, planBookTable, [{ merchantId, ...frame, version: 0 }]);
}
