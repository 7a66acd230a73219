import { column, type RowOf, table } from '../../../foundation/db';

export const PROMOTER_ACCOUNTS = ['pending', 'payable', 'in_payout'] as const;
export const MERCHANT_ACCOUNTS = ['commission_expense', 'payout_clearing', 'tax_withheld', 'fees'] as const;
export type Account = (typeof PROMOTER_ACCOUNTS)[number] | (typeof MERCHANT_ACCOUNTS)[number];

/** One side of a double entry. Never updated, never deleted; the entries of one cause add up to zero. */
export const postingTable = table(
  'posting',
  {
    merchantId: column.id(),
    id: column.id(),
    /** The promoter whose account it is; empty for the merchant's own accounts. */
    owner: column.text(26),
    account: column.text<Account>(24),
    amount: column.money(),
    /** What made it: `sale`, `approval`, `rejection`, `refund`, `adjustment`, `payout`, …, and its id. */
    cause: column.text(24),
    causeId: column.id(),
    at: column.instant(),
  },
  {
    primary: ['merchantId', 'id'],
    indexes: [
      ['merchantId', 'causeId'],
      ['merchantId', 'owner', 'id'],
    ],
  },
);
export type PostingRow = RowOf<typeof postingTable>;
