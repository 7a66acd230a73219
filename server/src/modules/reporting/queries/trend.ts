import type { Out } from '@fenrun/contracts';
import type { RuleBook } from '@fenrun/engine';
import { formatInstant, formatMoney, minor } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';
import { percentText } from '../domain/ratio';
import { type DaySpan, lastDays } from '../domain/spans';
import type { Asking } from './overview';
import { commissionBySpan, type Sums, salesBySpan } from './sums-by-span';

/** Sales and commission of the last days, each beside the same day of the span before, and the campaigns that ran. */
export async function readTrend(
  db: Reader,
  days: number,
  book: RuleBook,
  asking: Asking,
): Promise<Out<'reporting.trend'>> {
  const spans = lastDays(2 * days, asking.now, asking.zone);
  const [sales, commission] = await Promise.all([salesBySpan(db, asking, spans), commissionBySpan(db, asking, spans)]);
  const money = (amount: number) => formatMoney(minor(amount), asking.currency);
  const rows = spans.slice(days).map((span, index) => ({
    day: span.day,
    sales: money((sales[days + index] as Sums).amount),
    orders: (sales[days + index] as Sums).count,
    commission: money((commission[days + index] as Sums).amount),
    salesBefore: money((sales[index] as Sums).amount),
    commissionBefore: money((commission[index] as Sums).amount),
    unfinished: span.to > asking.now,
  }));
  const sum = (sums: readonly Sums[]) => sums.slice(days).reduce((total, { amount }) => total + amount, 0);
  return {
    currency: asking.currency,
    days: rows,
    sales: money(sum(sales)),
    commission: money(sum(commission)),
    share: percentText(sum(commission), sum(sales)),
    campaigns: campaignsIn(book, spans[days] as DaySpan, asking.now),
  };
}

function campaignsIn(book: RuleBook, first: DaySpan, now: number): Out<'reporting.trend'>['campaigns'] {
  return book.campaigns.flatMap(({ code, versions }) => {
    const campaign = versions.at(-1)?.value;
    if (!campaign) return [];
    const { from, to } = campaign.window;
    if ((from ?? first.from) > now || (to ?? now) < first.from) return [];
    return [
      {
        id: code,
        name: (campaign as { name?: string }).name ?? code,
        from: formatInstant(Math.max(from ?? first.from, first.from)),
        to: to === null || to === undefined ? null : formatInstant(to),
      },
    ];
  });
}
