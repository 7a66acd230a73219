import { column, type RowOf, table } from '../../../foundation/db';

/**
 * The funnel of a promoter on a day of the merchant's zone: share → open → lead → order, and refunds. Shares, opens and leads count
 * where they happened; orders and refunds where the order was paid. Fed in the transactions of what it counts; `recount` rebuilds it.
 */
export const funnelDayTable = table(
  'funnel_day',
  {
    merchantId: column.id(),
    day: column.day(),
    promoterId: column.id(),
    shares: column.count(),
    opens: column.count(),
    leads: column.count(),
    /** Settled orders of the promoter, paid on the day. */
    orders: column.count(),
    /** How many of them had a refund. */
    refunds: column.count(),
  },
  { primary: ['merchantId', 'day', 'promoterId'], indexes: [['merchantId', 'promoterId', 'day']] },
);
export type FunnelDayRow = RowOf<typeof funnelDayTable>;
