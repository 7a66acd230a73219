import { findAmong, type Tx, together } from '../../foundation/db';
import { readClaimFacts } from '../../modules/attribution';
import { commissionLineTable, commissionTable, renewalsOf, settlementTable } from '../../modules/commission';
import { promotersByCode, promotersByCustomer, standingAt } from '../../modules/promoters';
import {
  customerTable,
  receiptTable,
  refundTable,
  type SaleLineRow,
  type SaleRow,
  saleLineTable,
  saleTable,
  takeRecorded,
} from '../../modules/sales';
import { type Hand, heldAt, type SaleInHand } from './hand';
import { addPromoters } from './load-promoters';

/** Brings recorded sales that are to be settled into the hand, with all that says who brought them. */
export async function loadNewSales(tx: Tx, hand: Hand, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const handed = takeRecorded(ids).map(({ row, lines }) => toHand(hand, row, [...lines]));
  const stored =
    handed.length < ids.length
      ? await bringSales(
          tx,
          hand,
          ids.filter((id) => !hand.sales.has(id)),
        )
      : [];
  const sales = [...handed, ...stored];
  const customers = distinct(sales.map(({ row }) => row.customerId));
  const rows = sales.map(({ row }) => row);
  const outsideIds = rows.map((row) => row.outsideId);
  const [read, renewals, named] = await together([
    readClaimFacts(tx, hand.merchantId, rows),
    renewalsOf(tx, hand.merchantId, distinct(rows.map((row) => row.subscription))),
    promotersByCode(tx, hand.merchantId, distinct(rows.map((row) => row.promoterCode))),
    loadCustomers(tx, hand, customers),
    loadWaiting(tx, hand, outsideIds),
  ]);
  const self = await loadSelf(tx, hand, sales, customers);
  await addPromoters(
    tx,
    hand,
    named,
    distinct([
      ...read.couponOwners.values(),
      ...[...renewals.values()].flat().map((renewal) => renewal.promoterId),
      ...[...read.bindings.values()].flat().map((binding) => binding.promoterId),
      ...[...read.touches.values()].flat().map((touch) => touch.promoterId),
    ]),
  );
  const promoterIds = new Map(named.map((row) => [row.code, row.id]));
  Object.assign(hand.claims, read, { renewals, promoterIds, self });
}

/** Brings sales that are settled already into the hand, with their commissions; for refunds, receipts and decisions. */
export async function loadSettledSales(tx: Tx, hand: Hand, ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => !hand.sales.has(id));
  if (missing.length === 0) return;
  const { merchantId } = hand;
  await bringSales(tx, hand, missing);
  const settlements = await findAmong(tx, settlementTable, 'merchant_id = ?', [merchantId], 'saleId', missing);
  for (const row of settlements) (hand.sales.get(row.saleId) as SaleInHand).settlement = row;
  const commissions = await findAmong(tx, commissionTable, 'merchant_id = ?', [merchantId], 'saleId', missing);
  commissions.sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = await findAmong(
    tx,
    commissionLineTable,
    'merchant_id = ?',
    [merchantId],
    'commissionId',
    commissions.map((row) => row.id),
  );
  const byCommission = groupBy(lines, (line) => line.commissionId);
  for (const row of commissions) {
    const own = (byCommission.get(row.id) ?? []).sort((a, b) => a.lineNo - b.lineNo);
    (hand.sales.get(row.saleId) as SaleInHand).commissions.push({ row, lines: own, isNew: false });
  }
  await addPromoters(
    tx,
    hand,
    [],
    distinct([...settlements.map((row) => row.promoterId), ...commissions.map((row) => row.payeeId)]),
  );
  const chains = settlements.flatMap((row) => row.chain);
  await addPromoters(tx, hand, [], distinct(chains));
}

async function bringSales(tx: Tx, hand: Hand, ids: readonly string[]): Promise<SaleInHand[]> {
  const [rows, allLines] = await together([
    findAmong(tx, saleTable, 'merchant_id = ?', [hand.merchantId], 'id', ids),
    findAmong(tx, saleLineTable, 'merchant_id = ?', [hand.merchantId], 'saleId', ids),
  ]);
  const lines = groupBy(allLines, (line) => line.saleId);
  return rows.map((row) => {
    const own = (lines.get(row.id) ?? []).sort((a, b) => a.lineNo - b.lineNo);
    return toHand(hand, row, own);
  });
}

function toHand(hand: Hand, row: SaleRow, lines: SaleLineRow[]): SaleInHand {
  const sale: SaleInHand = { row, lines, settlement: null, commissions: [], isTallied: false };
  hand.sales.set(row.id, sale);
  return sale;
}

async function loadCustomers(tx: Tx, hand: Hand, ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => !hand.customers.has(id));
  const rows = await findAmong(tx, customerTable, 'merchant_id = ?', [hand.merchantId], 'id', missing);
  for (const row of rows) hand.customers.set(row.id, row);
}

/** The promoters that the buyers themselves are, where the merchant lets them have their own purchases. */
async function loadSelf(tx: Tx, hand: Hand, sales: readonly SaleInHand[], customers: readonly string[]) {
  const isAllowed = (paidAt: number) => heldAt(hand, paidAt).settings.settings.selfPurchase.mode !== 'block';
  if (!sales.some(({ row }) => isAllowed(row.paidAt))) return () => null;
  const found = await promotersByCustomer(tx, hand.merchantId, customers);
  await addPromoters(tx, hand, found, []);
  const byCustomer = new Map(found.map((row) => [row.customerId, row.id]));
  return (customerId: string, paidAt: number): string | null => {
    const promoter = hand.promoters.get(byCustomer.get(customerId) ?? '');
    if (!promoter || !isAllowed(paidAt)) return null;
    return standingAt(promoter.row, promoter.changes, paidAt).isActive ? promoter.row.id : null;
  };
}

async function loadWaiting(tx: Tx, hand: Hand, outsideIds: readonly string[]): Promise<void> {
  const { merchantId } = hand;
  const refunds = await findAmong(
    tx,
    refundTable,
    'merchant_id = ? AND sale_id IS NULL',
    [merchantId],
    'saleOutsideId',
    outsideIds,
  );
  refunds.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [key, list] of groupBy(refunds, (row) => row.saleOutsideId)) hand.waitingRefunds.set(key, list);
  const receipts = await findAmong(tx, receiptTable, 'merchant_id = ?', [merchantId], 'saleOutsideId', outsideIds);
  for (const row of receipts) hand.receipts.set(row.saleOutsideId, row);
}

/** Brings recorded refunds into the hand, with the sales that they are about. */
export async function loadRefunds(tx: Tx, hand: Hand, ids: readonly string[]): Promise<void> {
  const rows = await findAmong(tx, refundTable, 'merchant_id = ?', [hand.merchantId], 'id', ids);
  for (const row of rows) hand.refunds.set(row.id, row);
  await loadSettledSales(tx, hand, distinct(rows.map((row) => row.saleId)));
}

/** Brings recorded receipts into the hand, with the sales that they are about. */
export async function loadReceipts(tx: Tx, hand: Hand, saleOutsideIds: readonly string[]): Promise<void> {
  const { merchantId } = hand;
  const rows = await findAmong(tx, receiptTable, 'merchant_id = ?', [merchantId], 'saleOutsideId', saleOutsideIds);
  for (const row of rows) hand.receipts.set(row.saleOutsideId, row);
  const sales = await findAmong(tx, saleTable, 'merchant_id = ?', [merchantId], 'outsideId', saleOutsideIds);
  await loadSettledSales(
    tx,
    hand,
    sales.map((row) => row.id),
  );
}

export function distinct(values: Iterable<string | null>): string[] {
  return [...new Set(values)].filter((value): value is string => value !== null);
}

export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list) list.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
