/** The door of payout: everything that other rooms may use. */
export type { PayoutStatus } from '@fenrun/engine';
export { payoutNumber } from './domain/payout-number';
export { costsOf, type PayoutTerms, payoutTerms, RETURNED, type TermsRefusal } from './domain/payout-terms';
export { ownPayoutView, plannedSteps } from './http/own-payout-view';
export { moneyIn, type PayoutFrame, payoutDetailView, payoutRowView } from './http/payout-view';
export { payoutMoves } from './policy';
export { listPayouts, type PayoutFilter, payoutById, payoutsSince, stepsOfPayouts } from './queries/list-payouts';
export { PAYOUT_CHANNELS, type PayoutChannel, type PayoutRow, payoutTable } from './store/payout.row';
export { type PayoutStepRow, payoutStepTable } from './store/payout-step.row';
