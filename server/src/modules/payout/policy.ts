import { PAYOUT_MOVES, type PayoutStatus } from '@fenrun/engine';
import type { PayoutRow } from './store/payout.row';

/** What a person may do with a payout in its present state. The result of a WeChat transfer comes from WeChat. */
export function payoutMoves({ status, channel }: Pick<PayoutRow, 'status' | 'channel'>): {
  readonly approve: boolean;
  readonly reject: boolean;
  readonly cancel: boolean;
  readonly result: boolean;
} {
  const may = (to: PayoutStatus) => (PAYOUT_MOVES[status] as readonly PayoutStatus[]).includes(to);
  return {
    approve: may('approved'),
    reject: may('rejected'),
    // What is being sent is ended by its result only.
    cancel: (status === 'requested' || status === 'approved') && may('cancelled'),
    result: channel !== 'wechat' && (status === 'approved' || status === 'sending'),
  };
}
