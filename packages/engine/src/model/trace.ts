import type { Money, Rate } from '@fenrun/kernel';
import type { CommissionLayer, DecidedLine, Decision } from './decision';
import type { Condition, Layer } from './rule';

/** Why a candidate lost, in the order in which the first that fits is said. */
export type LossReason =
  | 'outside_window'
  | `condition_failed:${Condition}`
  | 'lower_layer'
  | 'lower_amount'
  | 'lower_priority'
  | 'fewer_conditions'
  | 'older'
  | 'larger_id';

/** One candidate on one line. `lost` null is the winner. */
export interface TraceCandidate {
  readonly rule: string;
  readonly layer: Layer;
  readonly rate: Rate;
  readonly lost: LossReason | null;
}

export interface TraceLine {
  readonly sku: string;
  readonly decided: DecidedLine;
  /** Every rule that reaches the promoter, the running bonus steps and the programme's rates; by layer, then as ranked. Empty for self-purchases. */
  readonly candidates: readonly TraceCandidate[];
}

/** What the cap took on a line from one commission. */
export interface CapCut {
  readonly line: number;
  readonly payee: string;
  readonly layer: CommissionLayer;
  readonly before: Money;
  readonly after: Money;
}

/** With `groupVsTier: higher_wins` and both present: what the order earns either way, before the cap. */
export interface TierComparison {
  readonly groupTotal: Money;
  readonly bonusTotal: Money;
  readonly winner: 'group' | 'tier_bonus';
}

/** The whole reasoning of a decision, derived from what was kept. */
export interface Trace {
  readonly decision: Decision;
  readonly lines: readonly TraceLine[];
  readonly comparison: TierComparison | null;
  readonly cuts: readonly CapCut[];
}
