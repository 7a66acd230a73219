import type { LadderMetric } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { METRIC_COUNTER } from '../domain/metric-counter';
import { counterTable } from '../store/counter.row';

/** What the ladder counts since the last reset: counters of an earlier cycle count as zero. */
export interface LadderCount {
  readonly metric: LadderMetric;
  readonly cycleAt: Instant;
}

/** The figure of a counter row `c` that may be missing, as SQL with one parameter: the cycle. */
export function figureSql(metric: LadderMetric): string {
  return `CASE WHEN c.cycle_at >= ? THEN c.${counterTable.names[METRIC_COUNTER[metric]]} ELSE 0 END`;
}

/** Promoters `p` with their counters `c`. */
export const WITH_COUNTERS =
  'promoter p LEFT JOIN climb_counter c ON c.merchant_id = p.merchant_id AND c.promoter_id = p.id';

/** People who were admitted; applicants and those turned down stand nowhere yet. */
export const ADMITTED = "p.status NOT IN ('applicant', 'rejected')";
