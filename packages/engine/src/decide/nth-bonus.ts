import type { NthPromise } from '../model/index';

/** Where a promoter stands in a campaign that rewards every N-th approved order. */
export interface NthStep {
  /** Direct approvals of the promoter in the campaign, this one included. It never falls. */
  readonly approvals: number;
  /** What this order earns as the N-th, approved at this instant and then following all refunds of the order; null if it is not an N-th or nothing is left under the cap. */
  readonly bonus: NthPromise | null;
}

/** Counts one more direct approval toward the promise made at sale. `before` is the promoter's count in that campaign so far. */
export function nthBonus(promise: NthPromise, before: number): NthStep {
  const approvals = before + 1;
  const isNth = approvals % promise.every === 0;
  return { approvals, bonus: isNth && promise.amount > 0 ? promise : null };
}
