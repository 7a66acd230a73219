import { column, type RowOf, table } from '../../../foundation/db';
import type { Account } from './posting.row';

/** The sum of an account's entries, kept beside them by relative updates in the same transaction. */
export const balanceTable = table(
  'balance',
  {
    merchantId: column.id(),
    owner: column.text(26),
    account: column.text<Account>(24),
    amount: column.money(),
  },
  { primary: ['merchantId', 'owner', 'account'] },
);
export type BalanceRow = RowOf<typeof balanceTable>;
