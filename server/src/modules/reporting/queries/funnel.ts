import type { Out } from '@fenrun/contracts';
import { formatInstant } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';
import { comparedSpans, type Period } from '../domain/spans';
import type { Asking } from './overview';
import { attributedBySpan, opensBySpan, type Sums, sharesBySpan } from './sums-by-span';

/** Share, open, order of a period. Leads come with their own room. */
export async function readFunnel(db: Reader, period: Period, asking: Asking): Promise<Out<'reporting.funnel'>> {
  const { span } = comparedSpans(period, asking.now, asking.zone);
  const [shares, opens, orders] = await Promise.all([
    sharesBySpan(db, asking, [span]),
    opensBySpan(db, asking, [span]),
    attributedBySpan(db, asking, [span]),
  ]);
  const count = (sums: readonly Sums[]) => sums[0]?.count ?? 0;
  return {
    from: formatInstant(span.from),
    to: formatInstant(span.to),
    steps: [
      { step: 'share', count: count(shares) },
      { step: 'open', count: count(opens) },
      { step: 'order', count: count(orders) },
    ],
  };
}
