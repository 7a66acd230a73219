import type { AttributedBy, DecisionFacts, NothingReason, NthPromise, RefundTotals } from '@fenrun/engine';
import { column, type RowOf, table } from '../../../foundation/db';

/** The last recalculation that changed something: by which rule book, and which bases the lines have by it, in minor units. */
export interface SettlementRecalculation {
  readonly bookVersion: number;
  readonly at: number;
  readonly bases: readonly number[];
}

/** How a sale was settled: to whom it went, the facts of the decision, and how much of its base is left. One per sale. */
export const settlementTable = table(
  'settlement',
  {
    merchantId: column.id(),
    saleId: column.id(),
    promoterId: column.orNull(column.id()),
    attributedBy: column.text<AttributedBy>(16),
    campaign: column.orNull(column.outside()),
    /** Why nothing was earned; null if something was. */
    nothingReason: column.orNull(column.text<NothingReason>(32)),
    /** What the order would earn as an N-th approved one of its campaign; null if it counts toward none. */
    nth: column.orNull(column.json<NthPromise>()),
    base: column.money(),
    baseLeft: column.money(),
    /** The base of each order line at sale, and what refunds have left of it, in minor units. */
    lineBases: column.json<number[]>(),
    lineLeft: column.json<number[]>(),
    /** All refunds so far, added up; null before the first. */
    refunds: column.orNull(column.json<RefundTotals>()),
    /** What refunds gave back to the customer, as he had paid it, and whether nothing is left of the order. */
    refunded: column.money(),
    isRefundedWhole: column.flag(),
    /** All inviters of the promoter at paid time, nearest first. */
    chain: column.json<string[]>(),
    facts: column.json<DecisionFacts>(),
    /** What could not be resolved: `promoter`, `campaign`. */
    unresolved: column.orNull(column.text(64)),
    settledAt: column.instant(),
    recalculation: column.orNull(column.json<SettlementRecalculation>()),
  },
  {
    primary: ['merchantId', 'saleId'],
    indexes: [
      ['merchantId', 'promoterId', 'saleId'],
      ['merchantId', 'campaign', 'saleId'],
      ['merchantId', 'unresolved', 'saleId'],
    ],
  },
);
export type SettlementRow = RowOf<typeof settlementTable>;
