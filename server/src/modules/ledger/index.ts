export { post } from './commands/post';
export type { Transfer } from './domain/transfer';
export { type Balances, balancesOf } from './queries/balances';
export { verifyLedger } from './queries/verify-ledger';
export type { Account } from './store/posting.row';
