import type { Reader, SqlValue } from '../../../foundation/db';
import type { Span } from '../domain/spans';

/** What a promoter did in a span: amounts in minor units. */
export interface PeerWork {
  readonly shares: number;
  readonly opens: number;
  readonly orders: number;
  readonly sales: number;
  /** The base of his orders, and what refunds left of it. */
  readonly base: number;
  readonly baseLeft: number;
}

const MEMBERS = 'SELECT p.id FROM promoter p WHERE p.merchant_id = ? AND p.programme = ?';

const SALES = `SELECT c.payee_id AS id, COUNT(*) AS orders, SUM(s.amount) AS sales, SUM(t.base) AS base, SUM(t.base_left) AS baseLeft
  FROM commission c JOIN sale s ON s.merchant_id = c.merchant_id AND s.id = c.sale_id JOIN settlement t ON t.merchant_id = c.merchant_id AND t.sale_id = c.sale_id
  WHERE c.merchant_id = ? AND c.paid_at >= ? AND c.paid_at < ? AND c.kind = 'direct' AND c.payee_id IN (${MEMBERS}) GROUP BY c.payee_id`;

const OPENS = `SELECT promoter_id AS id, COUNT(*) AS n FROM touch WHERE merchant_id = ? AND at >= ? AND at < ? AND promoter_id IN (${MEMBERS}) GROUP BY promoter_id`;

const SHARES = `SELECT promoter_id AS id, COUNT(*) AS n FROM share WHERE merchant_id = ? AND created_at >= ? AND created_at < ? AND promoter_id IN (${MEMBERS}) GROUP BY promoter_id`;

/** The work of everybody who is in a programme now and active, those who did nothing too. */
export async function workOfPeers(
  db: Reader,
  merchantId: string,
  programme: string,
  { from, to }: Span,
): Promise<Map<string, PeerWork>> {
  const params: SqlValue[] = [merchantId, from, to, merchantId, programme];
  const [members, sales, opens, shares] = await Promise.all([
    db.rows<{ id: string }>(`${MEMBERS} AND p.status = 'active'`, [merchantId, programme]),
    db.rows<Record<'id' | 'orders' | 'sales' | 'base' | 'baseLeft', string | number>>(SALES, params),
    db.rows<{ id: string; n: number | string }>(OPENS, params),
    db.rows<{ id: string; n: number | string }>(SHARES, params),
  ]);
  const sold = new Map(sales.map((row) => [String(row.id), row]));
  const opened = new Map(opens.map(({ id, n }) => [id, Number(n)]));
  const shared = new Map(shares.map(({ id, n }) => [id, Number(n)]));
  return new Map(
    members.map(({ id }) => {
      const own = sold.get(id);
      const work = {
        orders: Number(own?.orders ?? 0),
        sales: Number(own?.sales ?? 0),
        base: Number(own?.base ?? 0),
        baseLeft: Number(own?.baseLeft ?? 0),
      };
      return [id, { shares: shared.get(id) ?? 0, opens: opened.get(id) ?? 0, ...work }];
    }),
  );
}
