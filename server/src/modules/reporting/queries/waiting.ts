import type { Out } from '@fenrun/contracts';
import { formatInstant, formatMoney, minor } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';
import { shopWaiting } from '../../storefront';

interface Counted {
  readonly n: number | string;
  readonly amount: number | string | null;
  readonly oldest: number | string | null;
}

/** What waits for a person: decisions, payouts, applications, sales that nobody got, shipping that WeChat was not told of. */
export async function readWaiting(db: Reader, merchantId: string, currency: string): Promise<Out<'reporting.waiting'>> {
  const count = async (sql: string) => {
    const [row] = await db.rows<Counted>(sql, [merchantId]);
    const amount = formatMoney(minor(Number(row?.amount ?? 0)), currency);
    return {
      count: Number(row?.n ?? 0),
      amount,
      oldestAt: row?.oldest == null ? null : formatInstant(Number(row.oldest)),
    };
  };
  const [commissions, payouts, failed, unattributed, applications, reason, shop] = await Promise.all([
    count(
      "SELECT COUNT(*) AS n, SUM(net) AS amount, MIN(matured_at) AS oldest FROM commission WHERE merchant_id = ? AND status = 'in_review'",
    ),
    count(
      "SELECT COUNT(*) AS n, SUM(amount) AS amount, MIN(requested_at) AS oldest FROM payout WHERE merchant_id = ? AND status = 'requested'",
    ),
    count(
      "SELECT COUNT(*) AS n, SUM(amount) AS amount, MIN(ended_at) AS oldest FROM payout WHERE merchant_id = ? AND status = 'failed'",
    ),
    count(
      `SELECT COUNT(*) AS n, SUM(s.amount) AS amount, MIN(s.paid_at) AS oldest FROM settlement t
       JOIN sale s ON s.merchant_id = t.merchant_id AND s.id = t.sale_id WHERE t.merchant_id = ? AND t.unresolved IS NOT NULL AND t.promoter_id IS NULL`,
    ),
    db.rows<Record<'n' | 'complete' | 'oldest', number | string | null>>(
      `SELECT COUNT(*) AS n, SUM(CASE WHEN phone IS NOT NULL AND name <> '' THEN 1 ELSE 0 END) AS complete, MIN(applied_at) AS oldest
       FROM promoter_application WHERE merchant_id = ? AND decision IS NULL`,
      [merchantId],
    ),
    db.rows<{ reason: string | null }>(
      "SELECT reason FROM payout WHERE merchant_id = ? AND status = 'failed' ORDER BY ended_at DESC LIMIT 1",
      [merchantId],
    ),
    shopWaiting(db, merchantId),
  ]);
  const [asked] = applications;
  return {
    currency,
    commissions: { ...commissions, flagged: 0, held: 0 },
    payouts,
    failedPayouts: { ...failed, reason: reason[0]?.reason ?? null },
    applications: {
      count: Number(asked?.n ?? 0),
      complete: Number(asked?.complete ?? 0),
      oldestAt: asked?.oldest == null ? null : formatInstant(Number(asked.oldest)),
    },
    unattributed,
    shippingProblems: { count: shop.unreported + shop.stuckRefunds },
  };
}
