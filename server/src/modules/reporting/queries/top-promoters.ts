import type { Out } from '@fenrun/contracts';
import { formatMoney, minor } from '@fenrun/kernel';
import type { Reader, SqlValue } from '../../../foundation/db';
import type { BookNames } from '../../plans';
import { promotersById } from '../../promoters';
import { changeText } from '../domain/ratio';
import { comparedSpans, type Period, type Span } from '../domain/spans';
import type { Asking } from './overview';

interface Work {
  readonly orders: number;
  readonly sales: number;
  readonly commission: number;
}

const NO_WORK: Work = { orders: 0, sales: 0, commission: 0 };

/** The best promoters of a period by their own sales, or those whose sales changed most against the span before. */
export async function readTopPromoters(
  db: Reader,
  { period, by, limit }: { readonly period: Period; readonly by: 'sales' | 'change'; readonly limit: number },
  names: BookNames,
  asking: Asking,
): Promise<Out<'reporting.topPromoters'>> {
  const { span, before } = comparedSpans(period, asking.now, asking.zone);
  const [is, was] = await Promise.all([workOf(db, asking, span), workOf(db, asking, before)]);
  const ids = [...new Set([...is.keys(), ...was.keys()])].map((id) => ({
    id,
    is: is.get(id) ?? NO_WORK,
    was: was.get(id) ?? NO_WORK,
  }));
  const rank =
    by === 'sales'
      ? (row: (typeof ids)[number]) => row.is.sales
      : (row: (typeof ids)[number]) => Math.abs(row.is.sales - row.was.sales);
  const best = ids
    .filter((row) => rank(row) > 0)
    .sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
  const rows = new Map(
    (
      await promotersById(
        db,
        asking.merchantId,
        best.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const money = (amount: number) => formatMoney(minor(amount), asking.currency);
  const data = best.flatMap(({ id, is: now, was: then }) => {
    const row = rows.get(id);
    if (!row) return [];
    return [
      {
        promoter: { code: row.code, name: row.name, avatar: row.avatar },
        programmeName: names.programme(row.programme),
        orders: now.orders,
        sales: money(now.sales),
        commission: money(now.commission),
        salesBefore: money(then.sales),
        change: changeText(now.sales, then.sales),
      },
    ];
  });
  return { currency: asking.currency, data };
}

async function workOf(db: Reader, { merchantId, programme }: Asking, { from, to }: Span): Promise<Map<string, Work>> {
  const also = programme === undefined ? '' : ' AND c.programme = ?';
  const sql = `SELECT c.payee_id AS id, SUM(CASE WHEN c.kind = 'direct' THEN 1 ELSE 0 END) AS orders, SUM(CASE WHEN c.kind = 'direct' THEN s.amount ELSE 0 END) AS sales,
      SUM(CASE WHEN c.status = 'rejected' THEN 0 ELSE c.net END) AS commission
    FROM commission c JOIN sale s ON s.merchant_id = c.merchant_id AND s.id = c.sale_id
    WHERE c.merchant_id = ? AND c.paid_at >= ? AND c.paid_at < ?${also} GROUP BY c.payee_id`;
  const params: SqlValue[] = [merchantId, from, to, ...(programme === undefined ? [] : [programme])];
  const rows = await db.rows<Record<'id' | 'orders' | 'sales' | 'commission', string | number>>(sql, params);
  return new Map(
    rows.map((row) => [
      String(row.id),
      { orders: Number(row.orders), sales: Number(row.sales), commission: Number(row.commission) },
    ]),
  );
}
