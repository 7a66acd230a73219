import { column, type RowOf, table } from '../../../foundation/db';
import type { PayRefundState } from '../domain/pay-refund-state';
import type { RefundedLine } from '../domain/refund-share';

/** A refund through the pay API. Its number never changes over retries: a new one would be a second refund. */
export const payRefundTable = table(
  'pay_refund',
  {
    merchantId: column.id(),
    outRefundNo: column.outside(),
    orderNumber: column.outside(),
    /** The key under which the sale hears of it: the caller's own, or the number. */
    saleRefundId: column.outside(),
    amount: column.money(),
    total: column.money(),
    /** What it takes of each line, in pieces and money. */
    refundedLines: column.json<RefundedLine[]>(),
    /** How the sale is told of it. */
    kind: column.text<'pieces' | 'amounts' | 'rest'>(16),
    restock: column.flag(),
    state: column.text<PayRefundState>(16),
    refundId: column.orNull(column.text(64)),
    reason: column.orNull(column.text(500)),
    problem: column.orNull(column.text(200)),
    requestedBy: column.text(64),
    requestedAt: column.instant(),
    succeededAt: column.orNull(column.instant()),
    tries: column.count(),
    dueAt: column.orNull(column.instant()),
  },
  { primary: ['merchantId', 'outRefundNo'], indexes: [['merchantId', 'orderNumber'], ['dueAt']] },
);
export type PayRefundRow = RowOf<typeof payRefundTable>;
