export { PAYOUT_CHANNELS, type PayoutChannel, type PayoutRow, payoutTable } from './store/payout.row';
export type { PayoutStatus } from '@fenrun/engine';
