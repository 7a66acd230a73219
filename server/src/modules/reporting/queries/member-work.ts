import type { Out } from '@fenrun/contracts';
import { formatMoney, minor } from '@fenrun/kernel';
import { findAmong, type Reader } from '../../../foundation/db';
import { firstPicture, productTable } from '../../storefront';
import { percentText } from '../domain/ratio';
import { type DaySpan, lastDays } from '../domain/spans';
import type { Asking } from './overview';
import { commissionBySpan, opensBySpan, type Sums, salesBySpan, sharesBySpan } from './sums-by-span';

const BEST = 5;

/** A promoter's own last days: what he shared, who opened it, what was bought and what it earned him. */
export async function readMemberWork(
  db: Reader,
  promoterId: string,
  days: number,
  asking: Asking,
): Promise<Out<'reporting.memberWork'>> {
  const spans = lastDays(days, asking.now, asking.zone);
  const scope = { merchantId: asking.merchantId, promoterId };
  const [shares, opens, sales, commission] = await Promise.all([
    sharesBySpan(db, scope, spans),
    opensBySpan(db, scope, spans),
    salesBySpan(db, scope, spans),
    commissionBySpan(db, scope, spans),
  ]);
  const money = (amount: number) => formatMoney(minor(amount), asking.currency);
  const sum = (sums: readonly Sums[], figure: keyof Sums) => sums.reduce((total, one) => total + one[figure], 0);
  return {
    currency: asking.currency,
    days: spans.map(({ day }, index) => ({
      day,
      shares: (shares[index] as Sums).count,
      opens: (opens[index] as Sums).count,
      orders: (sales[index] as Sums).count,
      sales: money((sales[index] as Sums).amount),
      commission: money((commission[index] as Sums).amount),
    })),
    shares: sum(shares, 'count'),
    opens: sum(opens, 'count'),
    orders: sum(sales, 'count'),
    sales: money(sum(sales, 'amount')),
    commission: money(sum(commission, 'amount')),
    conversion: percentText(sum(sales, 'count'), sum(opens, 'count')),
    best: await bestProducts(db, promoterId, spans, asking),
  };
}

/** What sold best through him, with what the lines earned at sale. */
async function bestProducts(
  db: Reader,
  promoterId: string,
  spans: readonly DaySpan[],
  { merchantId, currency }: Asking,
): Promise<Out<'reporting.memberWork'>['best']> {
  const sql = `SELECT l.sku AS sku, MAX(l.name) AS name, SUM(l.quantity) AS pieces, SUM(k.amount) AS commission
    FROM commission c JOIN commission_line k ON k.merchant_id = c.merchant_id AND k.commission_id = c.id
    JOIN sale_line l ON l.merchant_id = c.merchant_id AND l.sale_id = c.sale_id AND l.line_no = k.line_no
    WHERE c.merchant_id = ? AND c.payee_id = ? AND c.paid_at >= ? AND c.paid_at < ? AND c.kind IN ('direct', 'self') AND c.status <> 'rejected'
    GROUP BY l.sku ORDER BY pieces DESC, sku LIMIT ${BEST}`;
  const rows = await db.rows<{
    sku: string;
    name: string | null;
    pieces: number | string;
    commission: number | string;
  }>(sql, [merchantId, promoterId, spans[0]?.from ?? 0, spans.at(-1)?.to ?? 0]);
  const products = new Map(
    (
      await findAmong(
        db,
        productTable,
        'merchant_id = ?',
        [merchantId],
        'sku',
        rows.map(({ sku }) => sku),
      )
    ).map((row) => [row.sku, row]),
  );
  return rows.map(({ sku, name, pieces, commission }) => {
    const product = products.get(sku);
    return {
      sku,
      name: product?.name ?? name ?? sku,
      image: product ? firstPicture(product.pictures) : null,
      pieces: Number(pieces),
      commission: formatMoney(minor(Number(commission)), currency),
    };
  });
}
