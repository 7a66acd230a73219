import type { RowProblem } from './gathered-order';

/** What an import of orders came to, counted in orders: `orders = recorded + repeated + refused + kept`. */
export interface OrderReport {
  readonly rows: number;
  readonly orders: number;
  readonly recorded: number;
  readonly repeated: number;
  readonly refused: readonly RefusedOrder[];
  readonly kept: readonly KeptOrder[];
}

export interface RefusedOrder {
  readonly order: string;
  readonly rows: readonly number[];
  readonly problem: RowProblem;
}

/** A cancellation: it does not say what it cancels, so a person decides. */
export interface KeptOrder {
  readonly order: string;
  readonly rows: readonly number[];
  readonly reason: 'cancellation';
}

/** How far an import is. */
export interface ImportProgress {
  readonly rows: number;
  readonly bytes: number;
  /** Orders worked, of those gathered; both 0 while the file is being read. */
  readonly done: number;
  readonly of: number;
}
