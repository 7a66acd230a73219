import { contributionOf, countsAs, inForce } from '@fenrun/engine';
import { minor } from '@fenrun/kernel';
import { type Database, find, findAmong, type Reader } from '../foundation/db';
import { type CounterRow, counterTable } from '../modules/climbing';
import { type CommissionRow, commissionTable, type SettlementRow, settlementTable } from '../modules/commission';
import { currentBook, type InForceBook } from '../modules/plans';
import { type SaleRow, saleTable } from '../modules/sales';

/** One kept figure that is not what the commissions add up to. */
export interface CountDifference {
  readonly merchant: string;
  /** `promoter/counter`. */
  readonly key: string;
  readonly kept: number;
  readonly counted: number;
}

/** Commissions read at once. */
const PAGE = 2_000;

/** Figures that a counter keeps; those without `lifetime` count since the last reset. */
const FIGURES = [
  'referralValue',
  'referralCount',
  'earned',
  'downline',
  'personal',
  'lifetimeReferralValue',
  'lifetimeReferralCount',
  'lifetimeEarned',
  'lifetimeDownline',
  'lifetimePersonal',
  'orders',
  'revenue',
  'customers',
] as const satisfies readonly (keyof CounterRow)[];
type Figure = (typeof FIGURES)[number];
type Counted = Record<Figure, number>;

/** Adds every counter of climbing up anew from the commissions and holds it against what was kept. */
export async function recountMerchant(
  db: Database,
  merchantId: string,
): Promise<{ counters: number; differences: CountDifference[] }> {
  const counted = await countAnew(db, merchantId);
  const [line] = await db.read.rows<{ cycleAt: number | string }>(
    'SELECT cycle_at AS cycleAt FROM timeline WHERE merchant_id = ?',
    [merchantId],
  );
  const cycleAt = Number(line?.cycleAt ?? 0);
  const kept = new Map(
    (await find(db.read, counterTable, 'merchant_id = ?', [merchantId])).map((row) => [row.promoterId, row]),
  );
  const differences: CountDifference[] = [];
  for (const promoterId of new Set([...counted.keys(), ...kept.keys()])) {
    const row = kept.get(promoterId);
    for (const figure of FIGURES) {
      const isStale = row !== undefined && row.cycleAt < cycleAt && FIGURES.indexOf(figure) < 5;
      const has = row && !isStale ? row[figure] : 0;
      const should = counted.get(promoterId)?.[figure] ?? 0;
      if (has !== should)
        differences.push({ merchant: merchantId, key: `${promoterId}/${figure}`, kept: has, counted: should });
    }
  }
  return { counters: kept.size, differences };
}

async function countAnew(db: Database, merchantId: string): Promise<Map<string, Counted>> {
  const counted = new Map<string, Counted>();
  const customers = new Map<string, Set<string>>();
  const book = await currentBook(db.read, merchantId, db);
  const [line] = await db.read.rows<{ cycleAt: number | string }>(
    'SELECT cycle_at AS cycleAt FROM timeline WHERE merchant_id = ?',
    [merchantId],
  );
  const cycleAt = Number(line?.cycleAt ?? 0);
  let after = '';
  for (;;) {
    const where = "merchant_id = ? AND id > ? AND status IN ('approved', 'paid') AND kind <> 'bonus'";
    const page = await find(db.read, commissionTable, where, [merchantId, after], `ORDER BY id LIMIT ${PAGE}`);
    if (page.length === 0) break;
    after = (page.at(-1) as CommissionRow).id;
    const of = await salesOf(db.read, merchantId, page);
    for (const row of page) countOne(row, of, book, cycleAt, counted, customers);
  }
  for (const [promoterId, set] of customers) entry(counted, promoterId).customers = set.size;
  return counted;
}

interface SalesOfPage {
  readonly sales: ReadonlyMap<string, SaleRow>;
  readonly settlements: ReadonlyMap<string, SettlementRow>;
}

async function salesOf(db: Reader, merchantId: string, page: readonly CommissionRow[]): Promise<SalesOfPage> {
  const ids = [...new Set(page.map((row) => row.saleId))];
  const sales = await findAmong(db, saleTable, 'merchant_id = ?', [merchantId], 'id', ids);
  const settlements = await findAmong(db, settlementTable, 'merchant_id = ?', [merchantId], 'saleId', ids);
  return {
    sales: new Map(sales.map((row) => [row.id, row])),
    settlements: new Map(settlements.map((row) => [row.saleId, row])),
  };
}

function countOne(
  row: CommissionRow,
  { sales, settlements }: SalesOfPage,
  { compiled }: InForceBook,
  cycleAt: number,
  counted: Map<string, Counted>,
  customers: Map<string, Set<string>>,
): void {
  const settlement = settlements.get(row.saleId);
  const countsRebate = inForce(compiled, row.paidAt).settings.settings.selfPurchase.countInMetrics;
  const isDirect = countsAs({ kind: row.kind, countsRebate }) === 'direct';
  const remainingBase = minor(settlement?.baseLeft ?? 0);
  const is = contributionOf({ kind: row.kind, status: row.status, net: minor(row.net), remainingBase, countsRebate });
  const isCurrent = row.approvedAt !== null && row.approvedAt >= cycleAt;
  const own = entry(counted, row.payeeId);
  const since = isCurrent ? 1 : 0;
  own.lifetimeReferralValue += is.referral_order_value;
  own.lifetimeReferralCount += is.referral_order_count;
  own.lifetimeEarned += is.earned_commission;
  own.lifetimePersonal += is.personal_volume;
  own.referralValue += since * is.referral_order_value;
  own.referralCount += since * is.referral_order_count;
  own.earned += since * is.earned_commission;
  own.personal += since * is.personal_volume;
  own.orders += is.orders;
  own.revenue += is.revenue;
  const customerId = sales.get(row.saleId)?.customerId;
  if (isDirect && customerId && is.orders > 0) {
    const set = customers.get(row.payeeId) ?? new Set<string>();
    customers.set(row.payeeId, set.add(customerId));
  }
  if (is.downline_sales === 0) return;
  for (const inviterId of settlement?.chain ?? []) {
    const above = entry(counted, inviterId);
    above.lifetimeDownline += is.downline_sales;
    above.downline += since * is.downline_sales;
  }
}

function entry(counted: Map<string, Counted>, promoterId: string): Counted {
  let found = counted.get(promoterId);
  if (!found) {
    found = Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as Counted;
    counted.set(promoterId, found);
  }
  return found;
}
