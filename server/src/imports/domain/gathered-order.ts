import type { Instant, Money } from '@fenrun/kernel';

/** A line as a file tells it, checked and in minor units. */
export interface GatheredLine {
  readonly sku: string;
  readonly name: string | null;
  readonly category: string | null;
  readonly quantity: number;
  readonly price: Money;
  readonly discount: Money;
  readonly tax: Money;
}

/** What of an order's rows is wrong: a code, the row, the field and the text that stood there. */
export interface RowProblem {
  readonly code: string;
  readonly row: number;
  readonly field: string;
  readonly text: string;
}

/** An order whose rows are being gathered, wherever in the file they stand. */
export interface GatheredOrder {
  readonly id: string;
  readonly rows: number[];
  isCancellation: boolean;
  /** The first thing that is wrong; it refuses the whole order. */
  problem: RowProblem | null;
  paidAt: Instant;
  readonly head: Map<string, string>;
  readonly lines: GatheredLine[];
}
