import { invariant } from '@fenrun/kernel';
import { accumulate, insert, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import type { Transfer } from '../domain/transfer';
import { type BalanceRow, balanceTable } from '../store/balance.row';
import { type PostingRow, postingTable } from '../store/posting.row';

/**
 * Books transfers: appends their entries and moves the kept balances by as much, merged and in ascending key order.
 * A transfer that does not add up to zero is a broken invariant.
 */
export async function post(tx: Tx, merchantId: string, transfers: readonly Transfer[]): Promise<void> {
  const postings: PostingRow[] = [];
  const balances = new Map<string, BalanceRow>();
  for (const { cause, causeId, at, entries } of transfers) {
    invariant(
      entries.reduce((sum, entry) => sum + entry.amount, 0) === 0,
      `transfer ${cause} ${causeId} does not add up to zero`,
    );
    for (const { owner, account, amount } of entries) {
      if (amount === 0) continue;
      postings.push({ merchantId, id: newId(at), owner, account, amount, cause, causeId, at });
      const key = `${owner}/${account}`;
      const balance = balances.get(key);
      if (balance) balance.amount += amount;
      else balances.set(key, { merchantId, owner, account, amount });
    }
  }
  await insert(tx, postingTable, postings);
  await accumulate(tx, balanceTable, ['amount'], [...balances.values()]);
}
