import { bonusWindow } from '@fenrun/engine';
import { BEGINNING, type Instant } from '@fenrun/kernel';
import { find, findAmong, marks, type Tx } from '../../foundation/db';
import {
  bonusRunTable,
  campaignCountTable,
  countedSaleTable,
  counterTable,
  customerCountTable,
} from '../../modules/climbing';
import { changesOf, type PromoterRow, promotersById, promoterTable } from '../../modules/promoters';
import { type Hand, heldAt, type PromoterInHand, type SaleInHand } from './hand';

/** The tree is at most 64 deep and a row names three inviters, so that this many reads reach every root. */
const STEPS = 22;

/** Brings promoters into the hand, with their inviters up to the root, their stories and their running bonuses. */
export async function addPromoters(
  tx: Tx,
  hand: Hand,
  known: readonly PromoterRow[],
  ids: readonly string[],
): Promise<void> {
  const fresh: PromoterRow[] = [];
  const take = (rows: readonly PromoterRow[]) => {
    for (const row of rows) {
      if (hand.promoters.has(row.id)) continue;
      hand.promoters.set(row.id, bare(row));
      fresh.push(row);
    }
  };
  take(known);
  let wanted = ids.filter((id) => !hand.promoters.has(id));
  for (let step = 0; step < STEPS; step += 1) {
    if (wanted.length > 0) take(await promotersById(tx, hand.merchantId, wanted));
    wanted = missingInviters(hand, fresh);
    if (wanted.length === 0) break;
  }
  await loadStories(tx, hand, fresh);
}

function missingInviters(hand: Hand, rows: readonly PromoterRow[]): string[] {
  const wanted = new Set<string>();
  for (const { inviterId, inviter2Id, inviter3Id } of rows) {
    for (const id of [inviterId, inviter2Id, inviter3Id]) if (id !== null && !hand.promoters.has(id)) wanted.add(id);
  }
  return [...wanted];
}

/** A promoter of whom nothing else was read. */
export function bare(row: PromoterRow): PromoterInHand {
  return {
    row,
    changes: [],
    runs: [],
    counter: null,
    counted: null,
    customers: new Map(),
    campaigns: new Map(),
    isTallied: false,
  };
}

/** Stories (with former inviters, whom a late sale may still know) and bonuses. */
async function loadStories(tx: Tx, hand: Hand, rows: readonly PromoterRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  const changes = await changesOf(tx, hand.merchantId, ids);
  for (const [id, list] of changes) (hand.promoters.get(id) as PromoterInHand).changes.push(...list);
  const runs = await findAmong(tx, bonusRunTable, 'merchant_id = ?', [hand.merchantId], 'promoterId', ids);
  for (const run of runs.sort((a, b) => (a.id < b.id ? -1 : 1)))
    (hand.promoters.get(run.promoterId) as PromoterInHand).runs.push(run);
  const former = new Set<string>();
  for (const list of changes.values()) {
    for (const change of list) {
      if (change.aspect === 'inviter' && change.value !== null && !hand.promoters.has(change.value))
        former.add(change.value);
    }
  }
  if (former.size > 0) await addPromoters(tx, hand, [], [...former]);
}

/**
 * Loads what counts: counters of everybody in hand, and for direct payees their customers, campaigns and counted sales. What was
 * loaded before is left as it is in hand, because the command may have moved it already.
 */
export async function loadCounters(tx: Tx, hand: Hand, at: Instant): Promise<void> {
  const { merchantId } = hand;
  const fresh = [...hand.promoters.values()].filter(({ isTallied }) => !isTallied).map(({ row }) => row.id);
  for (const row of await findAmong(tx, counterTable, 'merchant_id = ?', [merchantId], 'promoterId', fresh)) {
    (hand.promoters.get(row.promoterId) as PromoterInHand).counter = row;
  }
  await loadCampaignCounts(tx, hand, fresh);
  await loadCounted(tx, hand, fresh, at);
  for (const id of fresh) (hand.promoters.get(id) as PromoterInHand).isTallied = true;
  const sales = [...hand.sales.values()].filter(({ isTallied }) => !isTallied);
  await loadCustomerCounts(tx, hand, sales);
  for (const sale of sales) sale.isTallied = true;
}

/** The buyers' counted orders with those who may be paid for these sales; whoever is in hand, as long as a sale is not settled. */
async function loadCustomerCounts(tx: Tx, hand: Hand, sales: readonly SaleInHand[]): Promise<void> {
  const customers = new Set<string>();
  const payees = new Set<string>();
  for (const { row, settlement } of sales) {
    if (row.customerId) customers.add(row.customerId);
    if (settlement?.promoterId) payees.add(settlement.promoterId);
  }
  if (customers.size === 0) return;
  const ids = sales.every(({ settlement }) => settlement !== null) ? [...payees] : [...hand.promoters.keys()];
  const where = `merchant_id = ? AND customer_id IN (${marks(customers.size)})`;
  const rows = await findAmong(tx, customerCountTable, where, [hand.merchantId, ...customers], 'promoterId', ids);
  for (const { promoterId, customerId, orders } of rows) {
    const known = hand.promoters.get(promoterId)?.customers;
    if (known && !known.has(customerId)) known.set(customerId, orders);
  }
}

async function loadCampaignCounts(tx: Tx, hand: Hand, ids: readonly string[]): Promise<void> {
  const hasNth = hand.book.campaigns.some(({ versions }) =>
    versions.some(({ value }) => value?.bonus?.kind === 'every_nth'),
  );
  if (!hasNth) return;
  const rows = await findAmong(tx, campaignCountTable, 'merchant_id = ?', [hand.merchantId], 'promoterId', ids);
  for (const row of rows) hand.promoters.get(row.promoterId)?.campaigns.set(row.campaign, row.approvals);
}

/** Counted sales from where the windows of the merchant's bonus steps begin for the first instant of the batch; none where every step counts since joining. */
async function loadCounted(tx: Tx, hand: Hand, ids: readonly string[], at: Instant): Promise<void> {
  const steps = heldAt(hand, at).tierBonuses?.steps ?? [];
  const windowed = steps.filter((step) => step.window !== 'since_joining');
  if (windowed.length === 0) return;
  const first = Math.min(at, hand.timeline.at);
  const since = Math.min(...windowed.map((step) => bonusWindow(step.window, first, hand.zone).from ?? BEGINNING));
  const where = 'merchant_id = ? AND paid_at >= ?';
  const rows = await findAmong(tx, countedSaleTable, where, [hand.merchantId, since], 'promoterId', ids);
  for (const id of ids) (hand.promoters.get(id) as PromoterInHand).counted = new Map();
  for (const row of rows) hand.promoters.get(row.promoterId)?.counted?.set(row.saleId, row);
}

/** All promoters of a merchant who are on one of these programmes, for moves that concern many. */
export function promotersOn(tx: Tx, merchantId: string, programmes: readonly string[]): Promise<PromoterRow[]> {
  const where = `merchant_id = ? AND programme IN (${marks(programmes.length)})`;
  return find(tx, promoterTable, where, [merchantId, ...programmes], 'ORDER BY id');
}

/** Promoters read at once where a move concerns everybody. */
const SLICE = 2_000;

/** The same in slices, in the order of ids, so that memory does not grow with their number. */
export async function* promotersInSlices(
  tx: Tx,
  merchantId: string,
  programmes: readonly string[],
): AsyncGenerator<readonly PromoterRow[]> {
  if (programmes.length === 0) return;
  const where = `merchant_id = ? AND programme IN (${marks(programmes.length)}) AND id > ?`;
  let after = '';
  for (;;) {
    const params = [merchantId, ...programmes, after];
    const rows = await find(tx, promoterTable, where, params, `ORDER BY id LIMIT ${SLICE}`);
    if (rows.length > 0) yield rows;
    if (rows.length < SLICE) return;
    after = rows.at(-1)?.id ?? '';
  }
}
