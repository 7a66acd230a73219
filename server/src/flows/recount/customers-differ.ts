import type { Reader } from '../../foundation/db';
import type { CounterDifference } from './recount';

const SQL = `SELECT c.id AS id, c.orders AS orders, c.spent AS spent, COALESCE(s.orders, 0) AS ordersAgain, COALESCE(s.spent, 0) AS spentAgain
  FROM customer c LEFT JOIN (
    SELECT sale.customer_id AS customer_id, COUNT(*) AS orders, SUM(sale.amount) AS spent FROM sale
    JOIN settlement ON settlement.merchant_id = sale.merchant_id AND settlement.sale_id = sale.id
    WHERE sale.merchant_id = ? AND sale.customer_id IS NOT NULL GROUP BY sale.customer_id
  ) s ON s.customer_id = c.id
  WHERE c.merchant_id = ? AND (c.orders <> COALESCE(s.orders, 0) OR c.spent <> COALESCE(s.spent, 0))`;

/** Customers whose number and sum of orders are not those of their settled sales. */
export async function customersDiffer(db: Reader, merchant: string): Promise<CounterDifference[]> {
  const rows = await db.rows<Record<'id' | 'orders' | 'spent' | 'ordersAgain' | 'spentAgain', string | number>>(SQL, [
    merchant,
    merchant,
  ]);
  return rows.flatMap((row) => {
    const key = String(row.id);
    const pairs = [
      { merchant, counter: 'customer.orders', key, kept: Number(row.orders), counted: Number(row.ordersAgain) },
      { merchant, counter: 'customer.spent', key, kept: Number(row.spent), counted: Number(row.spentAgain) },
    ];
    return pairs.filter(({ kept, counted }) => kept !== counted);
  });
}
