import type { Money } from '@fenrun/kernel';
import type { Window } from './window';

/** An extra reward on top of the rate: a fixed amount per order, or an amount for every N-th approved order of a promoter. */
export type CampaignBonus =
  | { readonly kind: 'per_order'; readonly amount: Money }
  | { readonly kind: 'every_nth'; readonly amount: Money; readonly every: number };

/** A named, time-boxed activity. It covers the lines with one of its SKUs or categories; every line if it lists none. */
export interface Campaign {
  readonly window: Window;
  readonly skus: readonly string[];
  readonly categories: readonly string[];
  readonly bonus: CampaignBonus | null;
}
