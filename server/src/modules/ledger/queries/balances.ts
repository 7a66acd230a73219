import type { Reader } from '../../../foundation/db';
import { findAmong } from '../../../foundation/db';
import { balanceTable } from '../store/balance.row';

/** A promoter's accounts in minor units. `payable` below zero is a debt. */
export interface Balances {
  pending: number;
  payable: number;
  inPayout: number;
}

const FIELD = { pending: 'pending', payable: 'payable', in_payout: 'inPayout' } as const;

/** The balances of promoters by id; those who never earned have zeros. */
export async function balancesOf(
  db: Reader,
  merchantId: string,
  owners: readonly string[],
): Promise<Map<string, Balances>> {
  const found = new Map<string, Balances>(owners.map((owner) => [owner, { pending: 0, payable: 0, inPayout: 0 }]));
  const rows = await findAmong(db, balanceTable, 'merchant_id = ?', [merchantId], 'owner', owners);
  for (const row of rows) {
    const field = FIELD[row.account as keyof typeof FIELD];
    const balances = found.get(row.owner);
    if (field && balances) balances[field] = row.amount;
  }
  return found;
}
