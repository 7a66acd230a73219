import type { Out } from '@fenrun/contracts';
import { formatMoney, minor } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';
import type { BookNames } from '../../plans';
import { type PromoterRow, promotersById } from '../../promoters';
import { changeText, median, oneDecimal } from '../domain/ratio';
import { lastWeeks, type Span } from '../domain/spans';
import type { Asking } from './overview';
import { type PeerWork, workOfPeers } from './peer-work';
import { type Sums, salesBySpan } from './sums-by-span';

type Level = Out<'reporting.promoterWork'>['level'];

const WEEKS = 12;
const BEST_PARTNERS = 5;

/** A promoter's last twelve weeks, beside the twelve before and beside the middle of his peers in the same programme. */
export async function readPromoterWork(
  db: Reader,
  promoter: PromoterRow,
  level: Level,
  names: BookNames,
  asking: Asking,
): Promise<Out<'reporting.promoterWork'>> {
  const weeks = lastWeeks(2 * WEEKS, asking.now, asking.zone);
  const scope = { merchantId: asking.merchantId, promoterId: promoter.id };
  const sums = await salesBySpan(db, scope, weeks);
  const total = (list: readonly Sums[]) => list.reduce((sum, { amount }) => sum + amount, 0);
  const [now, before] = [total(sums.slice(WEEKS)), total(sums.slice(0, WEEKS))];
  const span: Span = { from: weeks[WEEKS]?.from ?? 0, to: asking.now };
  const peers = await workOfPeers(db, asking.merchantId, promoter.programme, span);
  const own = peers.get(promoter.id) ?? NOTHING;
  peers.delete(promoter.id);
  const others = [...peers.values()];
  const money = (amount: number) => formatMoney(minor(amount), asking.currency);
  const beside = (figure: (work: PeerWork) => number, show: (value: number) => string = oneDecimal) => {
    const middle = median(others.map(figure));
    return { value: show(figure(own)), peers: middle === null ? null : show(middle) };
  };
  const peerMedian = median(others.map((work) => Math.round(work.sales / WEEKS)));
  return {
    currency: asking.currency,
    weeks: weeks.slice(WEEKS).map((week, index) => ({
      from: week.day,
      sales: money((sums[WEEKS + index] as Sums).amount),
      orders: (sums[WEEKS + index] as Sums).count,
      unfinished: week.to > asking.now,
    })),
    sales: money(now),
    change: changeText(now, before),
    peerMedian: peerMedian === null ? null : money(peerMedian),
    shares: beside((work) => work.shares),
    opens: beside((work) => work.opens),
    orders: beside((work) => work.orders),
    conversion: beside((work) => percent(work.orders, work.opens)),
    averageOrder: beside((work) => (work.orders === 0 ? 0 : Math.round(work.sales / work.orders)), money),
    refundRate: beside((work) => percent(work.base - work.baseLeft, work.base)),
    level,
    partners: await partnersOf(db, promoter, names, asking, span),
  };
}

const NOTHING: PeerWork = { shares: 0, opens: 0, orders: 0, sales: 0, base: 0, baseLeft: 0 };

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10);

/** Those whom he invited: how many, how many sold this month, and who sold most in the span. */
async function partnersOf(
  db: Reader,
  promoter: PromoterRow,
  names: BookNames,
  { merchantId, currency, now, zone }: Asking,
  span: Span,
): Promise<Out<'reporting.promoterWork'>['partners']> {
  const monthStart = zone.startOfDay(`${zone.dayAt(now).slice(0, 8)}01`);
  const sql = `SELECT p.id AS id, SUM(CASE WHEN c.paid_at >= ? THEN s.amount ELSE 0 END) AS sales, MAX(c.paid_at) AS last
    FROM promoter p LEFT JOIN commission c ON c.merchant_id = p.merchant_id AND c.payee_id = p.id AND c.kind = 'direct'
    LEFT JOIN sale s ON s.merchant_id = c.merchant_id AND s.id = c.sale_id
    WHERE p.merchant_id = ? AND p.inviter_id = ? GROUP BY p.id`;
  const rows = await db.rows<{ id: string; sales: number | string | null; last: number | string | null }>(sql, [
    span.from,
    merchantId,
    promoter.id,
  ]);
  const best = rows
    .map(({ id, sales }) => ({ id, sales: Number(sales ?? 0) }))
    .filter(({ sales }) => sales > 0)
    .sort((a, b) => b.sales - a.sales)
    .slice(0, BEST_PARTNERS);
  const people = new Map(
    (
      await promotersById(
        db,
        merchantId,
        best.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  return {
    count: rows.length,
    activeThisMonth: rows.filter(({ last }) => last !== null && Number(last) >= monthStart).length,
    top: best.flatMap(({ id, sales }) => {
      const row = people.get(id);
      if (!row) return [];
      return [
        {
          promoter: { code: row.code, name: row.name, avatar: row.avatar },
          programmeName: names.programme(row.programme),
          sales: formatMoney(minor(sales), currency),
        },
      ];
    }),
  };
}
