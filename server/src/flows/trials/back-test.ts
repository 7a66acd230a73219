import { compileBook, decide } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { type Database, find, findAmong, type Reader, type RowOf } from '../../foundation/db';
import { commissionLineTable, commissionTable, type SettlementRow, settlementTable } from '../../modules/commission';
import { currentBook } from '../../modules/plans';
import { type SaleLineRow, type SaleRow, saleLineTable, saleTable } from '../../modules/sales';
import { draftBook, type PlanDraft } from './draft-book';
import { recallDecided } from './recall';

/** What was earned and what would have been, in minor units; `sales` counts those that either touched. */
export interface OldAndNew {
  sales: number;
  old: number;
  fresh: number;
}

/** A back-test: the draft against what was decided, in all and by promoter, product and day of payment. */
export interface BackTest {
  readonly sales: number;
  /** Sales on which the two differ. */
  readonly changed: number;
  readonly total: OldAndNew;
  readonly byPromoter: ReadonlyMap<string, OldAndNew>;
  readonly bySku: ReadonlyMap<string, OldAndNew>;
  readonly byDay: ReadonlyMap<string, OldAndNew>;
}

/** Sales decided at once; memory does not grow with the number of sales. */
const PAGE = 1_000;

export type Progress = (done: number) => void | Promise<void>;

/**
 * Replays the sales paid in `[from, to)` with a draft of the rule book: who brought them and how he stood stays as it was. It reads
 * a snapshot, page by page, and touches nothing. Every-N-th rewards are left out on both sides, because they hang on approvals.
 */
export async function backTest(
  db: Database,
  merchantId: string,
  drafts: readonly PlanDraft[],
  window: { readonly from: Instant; readonly to: Instant },
  tell: Progress = () => undefined,
): Promise<BackTest> {
  const { book, zone } = await currentBook(db.read, merchantId, db);
  const compiled = compileBook(draftBook(book, drafts));
  const sums = {
    sales: 0,
    changed: 0,
    total: zeros(),
    byPromoter: new Map<string, OldAndNew>(),
    bySku: new Map<string, OldAndNew>(),
    byDay: new Map<string, OldAndNew>(),
  };
  const snapshot = await db.snapshot();
  try {
    let place = { paidAt: window.from, id: '' };
    for (;;) {
      const page = await readPage(snapshot, merchantId, place, window.to);
      for (const { row, lines, settlement, old } of page) {
        const decision = decide(compiled, recallDecided(row, lines, settlement.facts), settlement.facts);
        const fresh = decision.commissions.map(({ payee, lines: parts }) => ({
          payee,
          parts: parts.map(({ amount }) => amount),
        }));
        addSale(sums, zone.dayAt(row.paidAt), lines, old, fresh);
      }
      const last = page.at(-1)?.row;
      if (!last) break;
      place = { paidAt: last.paidAt, id: last.id };
      await tell(sums.sales);
    }
  } finally {
    await snapshot.close();
  }
  return sums;
}

interface Payment {
  readonly payee: string;
  /** One amount per order line. */
  readonly parts: readonly number[];
}

interface PastSale {
  readonly row: SaleRow;
  readonly lines: readonly SaleLineRow[];
  readonly settlement: SettlementRow;
  readonly old: readonly Payment[];
}

async function readPage(
  db: Reader,
  merchantId: string,
  after: { paidAt: Instant; id: string },
  to: Instant,
): Promise<PastSale[]> {
  const where = 'merchant_id = ? AND paid_at < ? AND (paid_at > ? OR (paid_at = ? AND id > ?))';
  const rows = await find(
    db,
    saleTable,
    where,
    [merchantId, to, after.paidAt, after.paidAt, after.id],
    `ORDER BY paid_at, id LIMIT ${PAGE}`,
  );
  const ids = rows.map((row) => row.id);
  const lines = groupBy(
    await findAmong(db, saleLineTable, 'merchant_id = ?', [merchantId], 'saleId', ids),
    (line) => line.saleId,
  );
  const settlements = new Map(
    (await findAmong(db, settlementTable, 'merchant_id = ?', [merchantId], 'saleId', ids)).map((row) => [
      row.saleId,
      row,
    ]),
  );
  const commissions = (await findAmong(db, commissionTable, 'merchant_id = ?', [merchantId], 'saleId', ids)).filter(
    (row) => !(row.kind === 'bonus' && settlements.get(row.saleId)?.nth),
  );
  const parts = groupBy(
    await findAmong(
      db,
      commissionLineTable,
      'merchant_id = ?',
      [merchantId],
      'commissionId',
      commissions.map((row) => row.id),
    ),
    (line) => line.commissionId,
  );
  const bySale = groupBy(commissions, (row) => row.saleId);
  return rows.flatMap((row) => {
    const settlement = settlements.get(row.id);
    if (!settlement) return [];
    const old = (bySale.get(row.id) ?? []).map(({ id, payeeId }) => ({
      payee: payeeId,
      parts: amountsOf(parts.get(id) ?? []),
    }));
    return [{ row, lines: inOrder(lines.get(row.id) ?? []), settlement, old }];
  });
}

function amountsOf(lines: readonly RowOf<typeof commissionLineTable>[]): number[] {
  return inOrder(lines).map((line) => line.amount);
}

function inOrder<T extends { lineNo: number }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => a.lineNo - b.lineNo);
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list) list.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

interface Sums {
  sales: number;
  changed: number;
  readonly total: OldAndNew;
  readonly byPromoter: Map<string, OldAndNew>;
  readonly bySku: Map<string, OldAndNew>;
  readonly byDay: Map<string, OldAndNew>;
}

function addSale(
  sums: Sums,
  day: string,
  lines: readonly SaleLineRow[],
  old: readonly Payment[],
  fresh: readonly Payment[],
): void {
  const was = totalOf(old);
  const is = totalOf(fresh);
  sums.sales += 1;
  add(sums.total, was, is);
  add(entry(sums.byDay, day), was, is);
  const payees = new Map<string, { was: number; is: number }>();
  for (const payment of old) payeeOf(payees, payment.payee).was += sum(payment.parts);
  for (const payment of fresh) payeeOf(payees, payment.payee).is += sum(payment.parts);
  let isChanged = false;
  for (const [payee, amounts] of payees) {
    add(entry(sums.byPromoter, payee), amounts.was, amounts.is);
    isChanged ||= amounts.was !== amounts.is;
  }
  for (const [sku, amounts] of bySkuOf(lines, old, fresh)) add(entry(sums.bySku, sku), amounts.was, amounts.is);
  if (isChanged) sums.changed += 1;
}

function bySkuOf(
  lines: readonly SaleLineRow[],
  old: readonly Payment[],
  fresh: readonly Payment[],
): Map<string, { was: number; is: number }> {
  const skus = new Map<string, { was: number; is: number }>();
  lines.forEach(({ sku }, index) => {
    const amounts = payeeOf(skus, sku);
    for (const { parts } of old) amounts.was += parts[index] ?? 0;
    for (const { parts } of fresh) amounts.is += parts[index] ?? 0;
  });
  return skus;
}

function payeeOf(map: Map<string, { was: number; is: number }>, key: string): { was: number; is: number } {
  let found = map.get(key);
  if (!found) {
    found = { was: 0, is: 0 };
    map.set(key, found);
  }
  return found;
}

function totalOf(payments: readonly Payment[]): number {
  return payments.reduce((total, { parts }) => total + sum(parts), 0);
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0);
}

function zeros(): OldAndNew {
  return { sales: 0, old: 0, fresh: 0 };
}

function entry(map: Map<string, OldAndNew>, key: string): OldAndNew {
  let found = map.get(key);
  if (!found) {
    found = zeros();
    map.set(key, found);
  }
  return found;
}

function add(to: OldAndNew, was: number, is: number): void {
  to.sales += 1;
  to.old += was;
  to.fresh += is;
}
