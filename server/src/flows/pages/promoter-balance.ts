import type { Out } from '@fenrun/contracts';
import type { Instant } from '@fenrun/kernel';
import type { Reader } from '../../foundation/db';
import type { Reading } from '../../modules/commission';
import { type Balances, balancesOf } from '../../modules/ledger';
import { shownAt, yearStart } from './instant-words';

export type BalanceView = Out<'promoters.balance'>;

/** What a promoter has, in minor units, and what is known about it. */
export interface Standings {
  readonly balances: Balances;
  readonly paid: {
    readonly amount: number;
    readonly count: number;
    readonly thisYear: number;
    readonly lastAt: Instant | null;
  };
  readonly inReview: { readonly count: number; readonly amount: number };
  /** Net of everything that was not rejected. */
  readonly earned: number;
  /** When the next pending commission matures at the latest. */
  readonly nextMaturesAt: Instant | null;
}

/** Reads what a promoter has: his accounts, his payouts, his commissions by state. */
export async function standingsOf(
  db: Reader,
  merchantId: string,
  promoterId: string,
  since: Instant,
): Promise<Standings> {
  const [balances, paid, states] = await Promise.all([
    balancesOf(db, merchantId, [promoterId]),
    paidOut(db, merchantId, promoterId, since),
    commissionStates(db, merchantId, promoterId),
  ]);
  const review = states.find(({ status }) => status === 'in_review');
  const pending = states.find(({ status }) => status === 'pending');
  const earned = states.reduce((sum, { status, net }) => sum + (status === 'rejected' ? 0 : Number(net)), 0);
  return {
    balances: balances.get(promoterId) ?? { pending: 0, payable: 0, inPayout: 0 },
    paid,
    inReview: { count: Number(review?.n ?? 0), amount: Number(review?.net ?? 0) },
    earned,
    nextMaturesAt: pending ? Number(pending.dueAt) : null,
  };
}

interface StateRow {
  readonly status: string;
  readonly n: number | string;
  readonly net: number | string;
  readonly dueAt: number | string;
}

function commissionStates(db: Reader, merchantId: string, promoterId: string): Promise<StateRow[]> {
  const sql = `SELECT status, COUNT(*) AS n, SUM(net) AS net, MIN(due_at) AS dueAt FROM commission
    WHERE merchant_id = ? AND payee_id = ? GROUP BY status`;
  return db.rows<StateRow>(sql, [merchantId, promoterId]);
}

async function paidOut(db: Reader, merchantId: string, promoterId: string, since: Instant): Promise<Standings['paid']> {
  const sql = `SELECT COUNT(*) AS n, SUM(amount) AS amount, MAX(ended_at) AS lastAt,
      SUM(CASE WHEN ended_at >= ? THEN 1 ELSE 0 END) AS thisYear
    FROM payout WHERE merchant_id = ? AND promoter_id = ? AND status = 'paid'`;
  type Row = Record<'n' | 'amount' | 'lastAt' | 'thisYear', number | string | null>;
  const [row] = await db.rows<Row>(sql, [since, merchantId, promoterId]);
  return {
    count: Number(row?.n ?? 0),
    amount: Number(row?.amount ?? 0),
    thisYear: Number(row?.thisYear ?? 0),
    lastAt: row?.lastAt === null || row?.lastAt === undefined ? null : Number(row.lastAt),
  };
}

/** A promoter's balance as the API shows it. Below zero, what is payable is a debt. */
export async function promoterBalance(db: Reader, reading: Reading, promoterId: string): Promise<BalanceView> {
  const since = yearStart(reading.now, reading.zone);
  return balanceView(await standingsOf(db, reading.merchantId, promoterId, since), reading);
}

export function balanceView(
  { balances, paid, inReview, earned, nextMaturesAt }: Standings,
  { money, currency }: Reading,
): BalanceView {
  return {
    currency,
    pending: money(balances.pending),
    available: money(Math.max(balances.payable, 0)),
    inPayout: money(balances.inPayout),
    paid: money(paid.amount),
    debt: money(Math.max(-balances.payable, 0)),
    inReview: { count: inReview.count, amount: money(inReview.amount) },
    earned: money(earned),
    payouts: { count: paid.count, thisYear: paid.thisYear, lastPaidAt: shownAt(paid.lastAt) },
    nextMaturesAt: shownAt(nextMaturesAt),
  };
}
