import { insert, keep, marks, type Tx, together } from '../../foundation/db';
import {
  bonusRunTable,
  campaignCountTable,
  countedSaleTable,
  counterTable,
  customerCountTable,
} from '../../modules/climbing';
import { adjustmentTable, commissionLineTable, commissionTable, settlementTable } from '../../modules/commission';
import { post } from '../../modules/ledger';
import { promoterChangeTable, promoterTable } from '../../modules/promoters';
import { customerTable, refundTable, saleTable } from '../../modules/sales';
import { countFunnel } from './count-funnel';
import type { Hand, Written } from './hand';
import { tellMembers } from './tell-members';

/** Saves what a batch did: one multi-row statement a table, keys in ascending order. All are handed over at once, the database works them in this order. */
export async function saveHand(tx: Tx, hand: Hand): Promise<void> {
  const { merchantId, written } = hand;
  await countFunnel(tx, hand);
  await together([
    keep(tx, settlementTable, SETTLED, [...written.settlements]),
    saveCommissions(tx, written),
    insert(tx, adjustmentTable, written.adjustments),
    post(tx, merchantId, written.transfers),
    keep(tx, saleTable, ['completedAt', 'completedBy'], [...written.sales]),
    keep(tx, customerTable, ['firstPaidAt', 'lastPaidAt', 'orders', 'spent'], [...written.customers]),
    keep(tx, refundTable, ['saleId', 'appliedAt'], [...written.refunds]),
    savePromoters(tx, merchantId, written),
    saveCounted(tx, merchantId, written),
  ]);
  await tellMembers(tx, hand);
}

/** All of a settlement: a refund changes what is left, and a person may give the sale to somebody. */
const SETTLED = [
  'promoterId',
  'attributedBy',
  'campaign',
  'nothingReason',
  'nth',
  'base',
  'baseLeft',
  'lineBases',
  'lineLeft',
  'refunds',
  'refunded',
  'isRefundedWhole',
  'chain',
  'facts',
  'unresolved',
  'recalculation',
] as const;

async function saveCommissions(tx: Tx, { commissions, recalculatedLines }: Written): Promise<void> {
  const fresh = [...commissions].filter(({ isNew }) => isNew);
  const known = [...commissions].filter(({ isNew }) => !isNew);
  await insert(
    tx,
    commissionTable,
    fresh.map(({ row }) => row),
  );
  await insert(
    tx,
    commissionLineTable,
    fresh.flatMap(({ lines }) => lines),
  );
  const changing = [
    'status',
    'net',
    'dueAt',
    'maturedAt',
    'approvedAt',
    'decidedBy',
    'decidedById',
    'decidedAt',
    'reason',
    'paidOutAt',
    'movedAt',
  ] as const;
  await keep(
    tx,
    commissionTable,
    changing,
    known.map(({ row }) => row),
  );
  await keep(tx, commissionLineTable, ['recalculated'], recalculatedLines);
}

async function savePromoters(tx: Tx, merchantId: string, written: Written): Promise<void> {
  const standing = ['status', 'programme', 'groupCode', 'isProgrammePinned', 'isGroupPinned', 'changedAt'] as const;
  await keep(
    tx,
    promoterTable,
    standing,
    [...written.promoters].map(({ row }) => row),
  );
  await insert(tx, promoterChangeTable, written.changes);
  await keep(tx, bonusRunTable, ['toAt'], [...written.runs]);
  const campaigns = [...written.campaignCounts.values()].map((count) => ({ merchantId, ...count }));
  await keep(tx, campaignCountTable, ['approvals'], campaigns);
}

const COUNTERS = [
  'cycleAt',
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
] as const;

async function saveCounted(tx: Tx, merchantId: string, written: Written): Promise<void> {
  await keep(tx, counterTable, COUNTERS, [...written.counters]);
  const counts = [...written.customerCounts.values()].map((count) => ({ merchantId, ...count }));
  await keep(tx, customerCountTable, ['orders'], counts);
  const counted = [...written.counted.values()];
  await keep(
    tx,
    countedSaleTable,
    ['base'],
    counted.filter(({ isGone }) => !isGone).map(({ row }) => row),
  );
  const gone = counted.filter(({ isGone }) => isGone);
  if (gone.length === 0) return;
  const sql = `DELETE FROM climb_sale WHERE merchant_id = ? AND promoter_id IN (${marks(gone.length)}) AND sale_id IN (${marks(gone.length)})`;
  await tx.run(sql, [merchantId, ...gone.map(({ row }) => row.promoterId), ...gone.map(({ row }) => row.saleId)]);
}
