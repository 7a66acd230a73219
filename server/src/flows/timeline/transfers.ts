import type { Instant } from '@fenrun/kernel';
import type { Account } from '../../modules/ledger';
import type { Hand } from './hand';

/** Notes a transfer to be booked at the end of the batch; entries are owner, account, amount. Zero amounts move nothing. */
export function bookTransfer(
  hand: Hand,
  cause: string,
  causeId: string,
  at: Instant,
  entries: readonly (readonly [owner: string, account: Account, amount: number])[],
): void {
  if (entries.every(([, , amount]) => amount === 0)) return;
  hand.written.transfers.push({
    cause,
    causeId,
    at,
    entries: entries.map(([owner, account, amount]) => ({ owner, account, amount })),
  });
}
