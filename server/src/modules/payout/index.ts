export type { PayoutStatus } from '@fenrun/engine';
export { PAYOUT_CHANNELS, type PayoutChannel, type PayoutRow, payoutTable } from './store/payout.row';
