import type { Window } from '@fenrun/engine';
import { BEGINNING, FOREVER } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';

/** A promoter's direct sales that count: their number, and what is left of their base. */
export interface CountedSum {
  readonly orders: number;
  readonly base: number;
}

/** The counted sales of a promoter that were paid in a window. */
export async function countedBetween(
  db: Reader,
  merchantId: string,
  promoterId: string,
  { from, to }: Window,
): Promise<CountedSum> {
  const sql = `SELECT COUNT(*) AS orders, COALESCE(SUM(base), 0) AS base FROM climb_sale
    WHERE merchant_id = ? AND promoter_id = ? AND paid_at >= ? AND paid_at < ?`;
  const [row] = await db.rows<Record<'orders' | 'base', number | string>>(sql, [
    merchantId,
    promoterId,
    from ?? BEGINNING,
    to ?? FOREVER,
  ]);
  return { orders: Number(row?.orders ?? 0), base: Number(row?.base ?? 0) };
}
