import { bonusWindow } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { find, findAmong, marks, type Tx } from '../../foundation/db';
import {
  bonusRunTable,
  campaignCountTable,
  countedSaleTable,
  counterTable,
  customerCountTable,
} from '../../modules/climbing';
import { changesOf, type PromoterRow, promotersById, promoterTable } from '../../modules/promoters';
import { type Hand, heldAt, type PromoterInHand } from './hand';

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

function bare(row: PromoterRow): PromoterInHand {
  return { row, changes: [], runs: [], counter: null, counted: null, customers: new Map(), campaigns: new Map() };
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

/** Loads what counts: counters of everybody in hand, and for direct payees their customers, campaigns and counted sales. */
export async function loadCounters(tx: Tx, hand: Hand, at: Instant): Promise<void> {
  const { merchantId } = hand;
  const ids = [...hand.promoters.keys()];
  for (const row of await findAmong(tx, counterTable, 'merchant_id = ?', [merchantId], 'promoterId', ids)) {
    (hand.promoters.get(row.promoterId) as PromoterInHand).counter = row;
  }
  const payees = new Set<string>();
  const customers = new Set<string>();
  const campaigns = new Set<string>();
  for (const { row, settlement } of hand.sales.values()) {
    if (row.customerId) customers.add(row.customerId);
    if (settlement?.nth) campaigns.add(settlement.nth.campaign);
    if (settlement?.promoterId) payees.add(settlement.promoterId);
  }
  const isSettled = [...hand.sales.values()].every(({ settlement }) => settlement !== null);
  const direct = isSettled ? [...payees] : ids;
  await loadCustomerCounts(tx, hand, direct, [...customers]);
  await loadCampaignCounts(tx, hand, direct);
  await loadCounted(tx, hand, direct, at);
}

async function loadCustomerCounts(
  tx: Tx,
  hand: Hand,
  ids: readonly string[],
  customers: readonly string[],
): Promise<void> {
  if (customers.length === 0) return;
  const where = `merchant_id = ? AND customer_id IN (${marks(customers.length)})`;
  const rows = await findAmong(tx, customerCountTable, where, [hand.merchantId, ...customers], 'promoterId', ids);
  for (const row of rows) hand.promoters.get(row.promoterId)?.customers.set(row.customerId, row.orders);
}

async function loadCampaignCounts(tx: Tx, hand: Hand, ids: readonly string[]): Promise<void> {
  const hasNth = hand.book.campaigns.some(({ versions }) =>
    versions.some(({ value }) => value?.bonus?.kind === 'every_nth'),
  );
  if (!hasNth) return;
  const rows = await findAmong(tx, campaignCountTable, 'merchant_id = ?', [hand.merchantId], 'promoterId', ids);
  for (const row of rows) hand.promoters.get(row.promoterId)?.campaigns.set(row.campaign, row.approvals);
}

/** Counted sales from where the windows of the merchant's bonus steps may begin; none where every step counts since joining. */
async function loadCounted(tx: Tx, hand: Hand, ids: readonly string[], at: Instant): Promise<void> {
  const steps = heldAt(hand, at).tierBonuses?.steps ?? [];
  const windowed = steps.filter((step) => step.window !== 'since_joining');
  if (windowed.length === 0) return;
  // The batch may begin before `at`, by a month at most: it is cut at the first of each month.
  const since =
    Math.min(...windowed.map((step) => bonusWindow(step.window, at, hand.zone).from ?? 0)) - 31 * 86_400_000;
  const rows = await findAmong(
    tx,
    countedSaleTable,
    'merchant_id = ? AND paid_at >= ?',
    [hand.merchantId, since],
    'promoterId',
    ids,
  );
  for (const id of ids) {
    const promoter = hand.promoters.get(id);
    if (promoter) promoter.counted = new Map();
  }
  for (const row of rows) hand.promoters.get(row.promoterId)?.counted?.set(row.saleId, row);
}

/** All promoters of a merchant who are on one of these programmes, for moves that concern many. */
export function promotersOn(tx: Tx, merchantId: string, programmes: readonly string[]): Promise<PromoterRow[]> {
  const where = `merchant_id = ? AND programme IN (${marks(programmes.length)})`;
  return find(tx, promoterTable, where, [merchantId, ...programmes], 'ORDER BY id');
}
