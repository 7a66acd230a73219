import { column, type RowOf, table } from '../../../foundation/db';

/** What a promoter's approved sales add up to: since the last reset of the ladder, and in all. Fed by the settle batches. */
export const counterTable = table(
  'climb_counter',
  {
    merchantId: column.id(),
    promoterId: column.id(),
    /** The reset since which the first five count; older ones count as zero. */
    cycleAt: column.instant(),
    referralValue: column.money(),
    referralCount: column.count(),
    earned: column.money(),
    downline: column.money(),
    personal: column.money(),
    lifetimeReferralValue: column.money(),
    lifetimeReferralCount: column.count(),
    lifetimeEarned: column.money(),
    lifetimeDownline: column.money(),
    lifetimePersonal: column.money(),
    /** Direct sales of all time: orders, Σ base left, distinct customers. */
    orders: column.count(),
    revenue: column.money(),
    customers: column.count(),
  },
  { primary: ['merchantId', 'promoterId'] },
);
export type CounterRow = RowOf<typeof counterTable>;
