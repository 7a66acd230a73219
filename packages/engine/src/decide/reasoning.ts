import type { Money, Rate } from '@fenrun/kernel';
import type { CompiledRule, Contender } from '../book/compiled-rule';
import type { CapCut, CommissionLayer, LineBase, TierComparison } from '../model/index';

/** What won a line. */
export interface Winner {
  readonly ref: string;
  readonly layer: CommissionLayer;
  /** Null for `manual`. */
  readonly rate: Rate | null;
}

/** Everything that matched on the lines of an order, whatever wins. Empty lists for self-purchases. */
export interface Matches {
  /** Per line, the one that goes first in front. */
  readonly rules: readonly (readonly CompiledRule[])[];
  /** The running bonus steps, the one that holds in front. */
  readonly bonuses: readonly Contender[];
  /** Per line, the programme's rates: SKU, category, default. */
  readonly rates: readonly (readonly Contender[])[];
}

/** Who won each line of an order, and what the direct promoter (or the buying one) earns on it before the cap. */
export interface LineResult {
  readonly kind: 'direct' | 'self';
  readonly bases: readonly LineBase[];
  readonly winners: readonly (Winner | null)[];
  readonly amounts: readonly Money[];
  readonly matches: Matches;
  readonly comparison: TierComparison | null;
}

/** What one payee earns beside the direct commission; `amounts` is cut in place by the cap. */
export interface Share {
  readonly payee: string;
  readonly inviterLevel: number | null;
  readonly ref: string;
  readonly layer: 'network' | 'bonus';
  /** Per line: whether the share lies on it, on what base. */
  readonly isOn: readonly boolean[];
  readonly bases: readonly Money[];
  readonly amounts: Money[];
}

/** All that is paid on an order, after the cap. */
export interface Payment {
  readonly direct: readonly Money[];
  readonly network: readonly Share[];
  readonly bonus: Share | null;
  readonly cuts: readonly CapCut[];
  readonly isEarning: readonly boolean[];
}
