import { addDays, type Day, type Zone } from '@fenrun/kernel';
import { type Database, findAmong, insert, type Reader } from '../../foundation/db';
import { saleLineTable } from '../../modules/sales';
import type { BackTest, OldAndNew } from './back-test-sums';
import type { Window } from './past-sales';
import type { BackTestRow, BackTestTotals } from './store/back-test.row';
import { type BackTestCut, type BackTestSumRow, backTestSumTable } from './store/back-test-sum.row';

/** Rows in one transaction, so that nobody waits long for the database. */
const ROWS_AT_ONCE = 1_000;

/** Back-tests that a merchant keeps; older ones go when a new one is done. */
const KEPT = 50;

type Key = Pick<BackTestRow, 'merchantId' | 'id'>;

/** What a back-test came to, for its row. */
export function totalsOf({ sales, changed, total, byPromoter }: BackTest): BackTestTotals {
  const promoters = { more: 0, less: 0, same: 0 };
  for (const { old, fresh } of byPromoter.values())
    promoters[fresh > old ? 'more' : fresh < old ? 'less' : 'same'] += 1;
  return { sales, old: total.old, fresh: total.fresh, changed, promoters };
}

/** Keeps the sums by promoter, product and day in the order in which they are shown: the largest difference first, every day of the window in order. */
export async function keepSums(db: Database, job: Key, test: BackTest, window: Window, zone: Zone): Promise<void> {
  const names = await namesOf(db.read, job.merchantId, test.firstSaleOf);
  const rows = [
    ...rowsOf(job, 'promoter', largestFirst(test.byPromoter)),
    ...rowsOf(job, 'product', largestFirst(test.bySku), names),
    ...rowsOf(job, 'day', everyDay(test.byDay, window, zone)),
  ];
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await db.write((tx) => insert(tx, backTestSumTable, rows.slice(at, at + ROWS_AT_ONCE)));
}

/** Takes the sums of a back-test away again. */
export async function dropSums(db: Database, { merchantId, id }: Key): Promise<void> {
  await db.write((tx) => tx.run('DELETE FROM back_test_sum WHERE merchant_id = ? AND test_id = ?', [merchantId, id]));
}

/** Takes away what is older than the back-tests that a merchant keeps. */
export async function dropOld(db: Database, merchantId: string): Promise<void> {
  const sql = `SELECT id FROM back_test WHERE merchant_id = ? AND state NOT IN ('waiting', 'running') ORDER BY id DESC LIMIT ${KEPT} OFFSET ${KEPT}`;
  for (const { id } of await db.read.rows<{ id: string }>(sql, [merchantId])) {
    await dropSums(db, { merchantId, id });
    await db.write((tx) => tx.run('DELETE FROM back_test WHERE merchant_id = ? AND id = ?', [merchantId, id]));
  }
}

type Entry = readonly [subject: string, sum: OldAndNew];

function largestFirst(sums: ReadonlyMap<string, OldAndNew>): Entry[] {
  const size = ([, { old, fresh }]: Entry) => Math.abs(fresh - old);
  return [...sums].sort((a, b) => size(b) - size(a) || b[1].sales - a[1].sales || (a[0] < b[0] ? -1 : 1));
}

const NOTHING: OldAndNew = { sales: 0, old: 0, fresh: 0 };

function everyDay(sums: ReadonlyMap<string, OldAndNew>, { from, to }: Window, zone: Zone): Entry[] {
  const days: Entry[] = [];
  const last = zone.dayAt(to - 1);
  for (let day: Day = zone.dayAt(from); day <= last; day = addDays(day, 1)) days.push([day, sums.get(day) ?? NOTHING]);
  return days;
}

function rowsOf(
  { merchantId, id }: Key,
  cut: BackTestCut,
  entries: readonly Entry[],
  names: ReadonlyMap<string, string | null> = new Map(),
): BackTestSumRow[] {
  return entries.map(([subject, { sales, old, fresh }], place) => {
    return { merchantId, testId: id, cut, place, subject, name: names.get(subject) ?? null, sales, old, fresh };
  });
}

/** What products were called in the sales in which they were met. */
async function namesOf(
  db: Reader,
  merchantId: string,
  firstSaleOf: ReadonlyMap<string, string>,
): Promise<Map<string, string | null>> {
  const sales = [...new Set(firstSaleOf.values())];
  const lines = await findAmong(db, saleLineTable, 'merchant_id = ?', [merchantId], 'saleId', sales);
  return new Map(lines.filter((line) => firstSaleOf.get(line.sku) === line.saleId).map(({ sku, name }) => [sku, name]));
}
