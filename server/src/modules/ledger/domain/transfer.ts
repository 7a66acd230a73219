import type { Instant } from '@fenrun/kernel';
import type { Account } from '../store/posting.row';

/** One side: an account of a promoter (`owner` is his id) or of the merchant (`owner` is empty). */
export interface Entry {
  readonly owner: string;
  readonly account: Account;
  readonly amount: number;
}

/** Money moving for one cause. The entries add up to zero. */
export interface Transfer {
  readonly cause: string;
  readonly causeId: string;
  readonly at: Instant;
  readonly entries: readonly Entry[];
}

export const MERCHANT = '';
