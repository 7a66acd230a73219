import type { Window } from '@fenrun/engine';
import { BEGINNING, FOREVER } from '@fenrun/kernel';
import type { Reader, SqlValue } from '../../foundation/db';

/** What the sales of a campaign came to, in minor units. */
export interface Brought {
  readonly orders: number;
  readonly sales: number;
  /** All commissions on them, whoever earned them, rewards included; those that were rejected left out. */
  readonly commission: number;
  /** The rewards among them. */
  readonly bonus: number;
}

export const NOTHING_BROUGHT: Brought = { orders: 0, sales: 0, commission: 0, bonus: 0 };

/** What campaigns brought by the sales that belong to them and were paid in their windows: two questions for all of them. */
export async function broughtBy(
  db: Reader,
  merchantId: string,
  campaigns: readonly { readonly code: string; readonly window: Window }[],
): Promise<ReadonlyMap<string, Brought>> {
  if (campaigns.length === 0) return new Map();
  const one = '(st.campaign = ? AND s.paid_at >= ? AND s.paid_at < ?)';
  const where = `st.merchant_id = ? AND (${campaigns.map(() => one).join(' OR ')})`;
  const params: SqlValue[] = [merchantId];
  for (const { code, window } of campaigns) params.push(code, window.from ?? BEGINNING, window.to ?? FOREVER);
  const from = `FROM settlement st JOIN sale s ON s.merchant_id = st.merchant_id AND s.id = st.sale_id`;
  const [sales, earned] = await Promise.all([
    db.rows<Record<string, string | number>>(
      `SELECT st.campaign AS code, COUNT(*) AS orders, SUM(s.amount) AS sales ${from} WHERE ${where} GROUP BY st.campaign`,
      params,
    ),
    db.rows<Record<string, string | number>>(
      `SELECT st.campaign AS code, SUM(c.net) AS net, SUM(CASE WHEN c.kind = 'bonus' THEN c.net ELSE 0 END) AS bonus ${from}
        JOIN commission c ON c.merchant_id = st.merchant_id AND c.sale_id = st.sale_id
        WHERE ${where} AND c.status <> 'rejected' GROUP BY st.campaign`,
      params,
    ),
  ]);
  const nets = new Map(earned.map((row) => [String(row['code']), row]));
  return new Map(
    sales.map((row) => {
      const code = String(row['code']);
      const net = nets.get(code);
      return [
        code,
        {
          orders: Number(row['orders']),
          sales: Number(row['sales']),
          commission: Number(net?.['net'] ?? 0),
          bonus: Number(net?.['bonus'] ?? 0),
        },
      ];
    }),
  );
}
