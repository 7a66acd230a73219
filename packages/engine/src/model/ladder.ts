import type { Day } from '@fenrun/kernel';

export const LADDER_METRICS = [
  'referral_order_value',
  'referral_order_count',
  'earned_commission',
  'downline_sales',
  'personal_volume',
] as const;
export type LadderMetric = (typeof LADDER_METRICS)[number];

/** One level. The threshold is in minor units, or a count for `referral_order_count`. */
export interface Level {
  readonly programme: string;
  readonly threshold: number;
}

/** Where a reset takes people: one level down, or to the level of a programme (those above it only). */
export type ResetTarget = 'previous' | { readonly programme: string };

/** Every N months on a day of the month, at 00:00 in the merchant's zone, counted from the month of `from`. */
export interface LadderReset {
  readonly everyMonths: number;
  /** 1–31; a day that the month lacks becomes its last day. */
  readonly day: number;
  readonly from: Day;
  readonly to: ResetTarget;
}

/**
 * The ladder as the merchant saved it, lowest level first. Levels whose programme was deactivated since stay written here,
 * so that a fixed reset can find the next lower one; `remainingLevels` leaves them out.
 */
export interface Ladder {
  readonly isOn: boolean;
  readonly metric: LadderMetric;
  readonly levels: readonly Level[];
  readonly reset: LadderReset | null;
}
