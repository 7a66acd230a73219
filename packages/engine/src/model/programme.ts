import type { Rate } from '@fenrun/kernel';

export type RecurringPolicy =
  | { readonly mode: 'forever' }
  | { readonly mode: 'first_only' }
  | { readonly mode: 'first_n'; readonly n: number };

/** A commission plan. `rate` null matches nothing by default. Exactly one programme of a merchant is the default and active. */
export interface Programme {
  readonly isDefault: boolean;
  readonly isActive: boolean;
  readonly rate: Rate | null;
  readonly skus: Readonly<Record<string, Rate>>;
  readonly categories: Readonly<Record<string, Rate>>;
  readonly recurring: RecurringPolicy;
}
