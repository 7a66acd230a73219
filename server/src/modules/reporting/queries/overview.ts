import type { Lang, Out } from '@fenrun/contracts';
import { formatInstant, formatMoney, type Instant, minor, type Zone } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';
import { changeText, oneDecimal, percentText } from '../domain/ratio';
import { comparedSpans, type Period } from '../domain/spans';
import { attributedBySpan, commissionBySpan, opensBySpan, type Scope, type Sums, salesBySpan } from './sums-by-span';

/** What a report needs to know of who asks. */
export interface Asking extends Scope {
  readonly currency: string;
  readonly zone: Zone;
  readonly now: Instant;
  readonly lang: Lang;
}

type Pair = readonly [Sums, Sums];

/** The figures of a period beside those of the comparable one before. */
export async function readOverview(db: Reader, period: Period, asking: Asking): Promise<Out<'reporting.overview'>> {
  const { span, before, text } = comparedSpans(period, asking.now, asking.zone);
  const spans = [span, before];
  const [sales, commission, opens, attributed] = (await Promise.all([
    salesBySpan(db, asking, spans),
    commissionBySpan(db, asking, spans),
    opensBySpan(db, asking, spans),
    attributedBySpan(db, asking, spans),
  ])) as unknown as [Pair, Pair, Pair, Pair];
  const money = (amount: number) => formatMoney(minor(amount), asking.currency);
  const figure = ([is, was]: Pair) => ({
    value: money(is.amount),
    before: money(was.amount),
    change: changeText(is.amount, was.amount),
  });
  return {
    currency: asking.currency,
    from: formatInstant(span.from),
    to: formatInstant(span.to),
    comparedWith: { from: formatInstant(before.from), to: formatInstant(before.to), text: text[asking.lang] },
    sales: figure(sales),
    orders: { value: sales[0].count, before: sales[1].count, change: changeText(sales[0].count, sales[1].count) },
    conversion: conversionOf(attributed, opens),
    commission: figure(commission),
  };
}

/** Orders per open in percent; its change is in points. */
function conversionOf(
  [orders, ordersBefore]: Pair,
  [opens, opensBefore]: Pair,
): Out<'reporting.overview'>['conversion'] {
  const value = percentText(orders.count, opens.count);
  const before = percentText(ordersBefore.count, opensBefore.count);
  return {
    value,
    before,
    change: value === null || before === null ? null : oneDecimal(Number(value) - Number(before)),
  };
}
