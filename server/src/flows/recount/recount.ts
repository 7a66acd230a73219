import { BEGINNING } from '@fenrun/kernel';
import { type Database, find, findOne, type Reader } from '../../foundation/db';
import { countedSaleTable, counterTable, customerCountTable } from '../../modules/climbing';
import { timelineTable } from '../../modules/commission';
import { currentBook } from '../../modules/plans';
import { type Counted, countCommissions } from './count-commissions';
import { customersDiffer } from './customers-differ';
import { funnelDiffers } from './funnel-differs';
import { treeDiffers } from './tree-differs';

/** What is kept for speed, counted again from what it was made of. */
export interface RecountReport {
  readonly balanced: boolean;
  readonly counters: number;
  readonly commissions: number;
  readonly sales: number;
  readonly differences: readonly CounterDifference[];
}

export interface CounterDifference {
  readonly merchant: string;
  /** Which kept figure: `referralValue`, `customer.orders`, `tree.depth`, … */
  readonly counter: string;
  readonly key: string;
  readonly kept: number;
  readonly counted: number;
}

/** Differences named; more than these help nobody. */
const LISTED = 1_000;

/** Counts everything of every merchant again, of one moment, and says what differs. */
export async function recount(db: Database): Promise<RecountReport> {
  const snapshot = await db.snapshot();
  try {
    const totals = { counters: 0, commissions: 0, sales: 0 };
    const differences: CounterDifference[] = [];
    for (const { merchantId } of await find(snapshot, timelineTable, '1 = 1')) {
      const own = await recountMerchant(snapshot, merchantId, db);
      totals.counters += own.counters;
      totals.commissions += own.commissions;
      totals.sales += own.sales;
      differences.push(...own.differences);
    }
    return { balanced: differences.length === 0, ...totals, differences: differences.slice(0, LISTED) };
  } finally {
    await snapshot.close();
  }
}

/** Counts a merchant's counters, team totals and customers' figures again. `origin` tells databases of one process apart. */
export async function recountMerchant(db: Reader, merchantId: string, origin: object): Promise<RecountReport> {
  const differences: CounterDifference[] = [];
  const cycleAt = (await findOne(db, timelineTable, 'merchant_id = ?', [merchantId]))?.cycleAt ?? BEGINNING;
  const { compiled, zone } = await currentBook(db, merchantId, origin);
  const counted = await countCommissions(db, merchantId, compiled, cycleAt);
  const counters = await compareCounters(db, merchantId, cycleAt, counted, differences);
  await compareCountedSales(db, merchantId, counted, differences);
  differences.push(...(await customersDiffer(db, merchantId)), ...(await treeDiffers(db, merchantId)));
  differences.push(...(await funnelDiffers(db, merchantId, zone)));
  const { commissions, sales } = counted;
  return { balanced: differences.length === 0, counters, commissions, sales, differences };
}

const CURRENT = ['referralValue', 'referralCount', 'earned', 'downline', 'personal'] as const;
const LASTING = [
  'lifetimeReferralValue',
  'lifetimeReferralCount',
  'lifetimeEarned',
  'lifetimeDownline',
  'lifetimePersonal',
  'orders',
  'revenue',
  'customers',
] as const;

async function compareCounters(
  db: Reader,
  merchant: string,
  cycleAt: number,
  counted: Counted,
  differences: CounterDifference[],
): Promise<number> {
  const kept = new Map(
    (await find(db, counterTable, 'merchant_id = ?', [merchant])).map((row) => [row.promoterId, row]),
  );
  for (const key of new Set([...kept.keys(), ...counted.counters.keys()])) {
    const row = kept.get(key);
    // A counter that no sale touched since the last reset still holds the figures of before; they count as zero.
    const isOld = (row?.cycleAt ?? BEGINNING) < cycleAt;
    const again = counted.counters.get(key);
    for (const counter of [...CURRENT, ...LASTING]) {
      const isCurrent = (CURRENT as readonly string[]).includes(counter);
      compare(differences, {
        merchant,
        counter,
        key,
        kept: row && !(isCurrent && isOld) ? row[counter] : 0,
        counted: again?.[counter] ?? 0,
      });
    }
  }
  return kept.size;
}

async function compareCountedSales(
  db: Reader,
  merchant: string,
  counted: Counted,
  differences: CounterDifference[],
): Promise<void> {
  const customers = await find(db, customerCountTable, 'merchant_id = ?', [merchant]);
  compareMaps(
    differences,
    merchant,
    'climb_customer.orders',
    new Map(customers.map((row) => [`${row.promoterId}/${row.customerId}`, row.orders])),
    counted.customers,
  );
  const sales = await find(db, countedSaleTable, 'merchant_id = ?', [merchant]);
  compareMaps(
    differences,
    merchant,
    'climb_sale.base',
    new Map(sales.map((row) => [`${row.promoterId}/${row.saleId}`, row.base])),
    counted.directSales,
  );
}

function compareMaps(
  differences: CounterDifference[],
  merchant: string,
  counter: string,
  kept: ReadonlyMap<string, number>,
  counted: ReadonlyMap<string, number>,
): void {
  for (const key of new Set([...kept.keys(), ...counted.keys()]))
    compare(differences, { merchant, counter, key, kept: kept.get(key) ?? 0, counted: counted.get(key) ?? 0 });
}

function compare(differences: CounterDifference[], difference: CounterDifference): void {
  if (difference.kept !== difference.counted) differences.push(difference);
}
