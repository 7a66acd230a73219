import {
  type CommissionKind,
  type CommissionStatus,
  type CompiledBook,
  contributionOf,
  countsAs,
  inForce,
} from '@fenrun/engine';
import { minorFromStore } from '@fenrun/kernel';
import type { Reader } from '../../foundation/db';
import type { CounterRow } from '../../modules/climbing';

type Figures = Omit<CounterRow, 'merchantId' | 'promoterId' | 'cycleAt'>;

/** What the commissions of a merchant add up to. */
export interface Counted {
  readonly counters: Map<string, Figures>;
  /** Counted direct orders by `promoter/customer`. */
  readonly customers: Map<string, number>;
  /** What is left of the base of counted direct sales by `promoter/sale`. */
  readonly directSales: Map<string, number>;
  commissions: number;
  sales: number;
}

interface Row {
  readonly id: string;
  readonly saleId: string;
  readonly payeeId: string;
  readonly kind: CommissionKind;
  readonly status: CommissionStatus;
  readonly net: number | string;
  readonly paidAt: number | string;
  readonly approvedAt: number | string | null;
  readonly baseLeft: number | string;
  readonly chain: string;
  readonly customerId: string | null;
}

/** Commissions read at once. */
const PAGE = 5_000;

const SQL = `SELECT c.id AS id, c.sale_id AS saleId, c.payee_id AS payeeId, c.kind AS kind, c.status AS status, c.net AS net, c.paid_at AS paidAt, c.approved_at AS approvedAt,
    t.base_left AS baseLeft, t.chain AS chain, s.customer_id AS customerId
  FROM (SELECT * FROM commission WHERE merchant_id = ? AND id > ? ORDER BY id LIMIT ${PAGE}) c
  JOIN settlement t ON t.merchant_id = c.merchant_id AND t.sale_id = c.sale_id
  JOIN sale s ON s.merchant_id = c.merchant_id AND s.id = c.sale_id ORDER BY c.id`;

/** Adds up what every commission contributes to the counters of its payee and of the payee's inviters. */
export async function countCommissions(
  db: Reader,
  merchantId: string,
  book: CompiledBook,
  cycleAt: number,
): Promise<Counted> {
  const counted: Counted = {
    counters: new Map(),
    customers: new Map(),
    directSales: new Map(),
    commissions: 0,
    sales: 0,
  };
  let after = '';
  for (;;) {
    const page = await db.rows<Row>(SQL, [merchantId, after]);
    for (const row of page) take(counted, row, book, cycleAt);
    counted.commissions += page.length;
    if (page.length < PAGE) break;
    after = (page.at(-1) as Row).id;
  }
  for (const key of counted.customers.keys()) figuresOf(counted, key.split('/')[0] as string).customers += 1;
  const rows = await db.rows<{ n: number | string }>('SELECT COUNT(*) AS n FROM settlement WHERE merchant_id = ?', [
    merchantId,
  ]);
  counted.sales = Number(rows[0]?.n ?? 0);
  return counted;
}

function take(counted: Counted, row: Row, book: CompiledBook, cycleAt: number): void {
  const countsRebate =
    row.kind === 'self' && inForce(book, Number(row.paidAt)).settings.settings.selfPurchase.countInMetrics;
  const { kind, status } = row;
  const is = contributionOf({
    kind,
    status,
    net: minorFromStore(row.net),
    remainingBase: minorFromStore(row.baseLeft),
    countsRebate,
  });
  const isCurrent = row.approvedAt !== null && Number(row.approvedAt) >= cycleAt;
  const own = figuresOf(counted, row.payeeId);
  add(own, isCurrent, {
    referralValue: is.referral_order_value,
    referralCount: is.referral_order_count,
    earned: is.earned_commission,
    personal: is.personal_volume,
    downline: 0,
  });
  if (countsAs({ kind, countsRebate }) !== 'direct') return;
  own.orders += is.orders;
  own.revenue += is.revenue;
  if (is.orders > 0 && row.customerId)
    counted.customers.set(
      `${row.payeeId}/${row.customerId}`,
      (counted.customers.get(`${row.payeeId}/${row.customerId}`) ?? 0) + is.orders,
    );
  if (is.revenue > 0) counted.directSales.set(`${row.payeeId}/${row.saleId}`, is.revenue);
  if (is.revenue === 0) return;
  for (const inviter of JSON.parse(row.chain) as string[]) {
    add(figuresOf(counted, inviter), isCurrent, {
      referralValue: 0,
      referralCount: 0,
      earned: 0,
      personal: 0,
      downline: is.revenue,
    });
  }
}

type Step = Pick<Figures, 'referralValue' | 'referralCount' | 'earned' | 'personal' | 'downline'>;

function add(figures: Figures, isCurrent: boolean, step: Step): void {
  if (isCurrent) {
    figures.referralValue += step.referralValue;
    figures.referralCount += step.referralCount;
    figures.earned += step.earned;
    figures.personal += step.personal;
    figures.downline += step.downline;
  }
  figures.lifetimeReferralValue += step.referralValue;
  figures.lifetimeReferralCount += step.referralCount;
  figures.lifetimeEarned += step.earned;
  figures.lifetimePersonal += step.personal;
  figures.lifetimeDownline += step.downline;
}

function figuresOf({ counters }: Counted, promoterId: string): Figures {
  const known = counters.get(promoterId);
  if (known) return known;
  const fresh: Figures = {
    referralValue: 0,
    referralCount: 0,
    earned: 0,
    downline: 0,
    personal: 0,
    lifetimeReferralValue: 0,
    lifetimeReferralCount: 0,
    lifetimeEarned: 0,
    lifetimeDownline: 0,
    lifetimePersonal: 0,
    orders: 0,
    revenue: 0,
    customers: 0,
  };
  counters.set(promoterId, fresh);
  return fresh;
}
