import { maturesAt } from '@fenrun/engine';
import { type Instant, invariant } from '@fenrun/kernel';
import { find, fromStore, lockRows, select, type Tx } from '../../foundation/db';
import { type OutboxRow, settleHappenings, waiting } from '../../foundation/events';
import { type CommissionRow, commissionTable, type TimelineRow, timelineTable } from '../../modules/commission';
import { RECEIPT_RECORDED, REFUND_RECORDED, SALE_RECORDED, TIMELINE } from '../../modules/sales';
import { completeSale } from './complete-sale';
import { type CommissionInHand, type Hand, heldAt, type SaleInHand, saleOf, type TimelineFact } from './hand';
import { openHand } from './load-hand';
import { loadCounters } from './load-promoters';
import { distinct, loadNewSales, loadReceipts, loadRefunds, loadSettledSales } from './load-sales';
import { mature } from './mature';
import { nextSpecialAfter } from './next-special';
import { runSpecial } from './run-special';
import { saveHand } from './save-hand';
import { settleSale } from './settle-sale';
import { takeRefund } from './take-refund';

/** How much one transaction takes on at most. */
export interface BatchLimits {
  readonly events: number;
  readonly dues: number;
}

export const BATCH_LIMITS: BatchLimits = { events: 500, dues: 900 };

/** What a batch stands on: how far to go, the present of the clock, whose rule book cache, how much at once. */
export interface BatchFrame {
  readonly until: Instant;
  readonly present: Instant;
  readonly origin: object;
  readonly limits: BatchLimits;
}

export interface BatchResult {
  /** Whether something was left over that is due by the asked instant. */
  readonly isMore: boolean;
  readonly events: number;
  readonly facts: readonly TimelineFact[];
}

interface Plan {
  readonly horizon: Instant;
  readonly events: readonly OutboxRow[];
  readonly dues: readonly CommissionRow[];
  readonly isCutByDues: boolean;
  readonly isMore: boolean;
}

/**
 * Works the next stretch of a merchant's timeline up to an instant in one transaction, under the merchant's lock: everything due
 * and everything that was recorded, in the order in which it would have been seen by somebody who looked at every instant.
 */
export async function runBatch(tx: Tx, merchantId: string, frame: BatchFrame): Promise<BatchResult> {
  const { until } = frame;
  const timeline = await lockTimeline(tx, merchantId);
  const hand = await openHand(tx, timeline, frame.present, frame.origin);
  const special = nextSpecial(hand, until);
  const plan = await planBatch(tx, hand, special === null ? until : special - 1, frame.limits);
  const isIdle = plan.events.length === 0 && plan.dues.length === 0;
  if (isIdle && special !== null) await runSpecial(tx, hand, special);
  else if (!isIdle) {
    await load(tx, hand, plan);
    work(hand, plan);
  }
  await saveHand(tx, hand);
  await settleHappenings(tx, plan.events);
  const isMore = plan.isMore || special !== null;
  if (!isMore) hand.timeline.specialAt = Math.max(hand.timeline.specialAt, until);
  hand.timeline.at = Math.max(hand.timeline.at, isMore ? lastInstant(plan) : until);
  await saveTimeline(tx, hand.timeline);
  return { isMore, events: plan.events.length, facts: hand.written.facts };
}

/** Takes the merchant's lock and reads how far his timeline is. */
export async function lockTimeline(tx: Tx, merchantId: string): Promise<TimelineRow> {
  const sql = `SELECT ${select(timelineTable)} FROM timeline WHERE merchant_id = ?`;
  const [timeline] = fromStore(timelineTable, await lockRows(tx, sql, [merchantId]));
  invariant(timeline, `merchant ${merchantId} has no timeline`);
  return timeline;
}

export async function saveTimeline(tx: Tx, { merchantId, at, cycleAt, specialAt }: TimelineRow): Promise<void> {
  const sql = 'UPDATE timeline SET at = ?, cycle_at = ?, special_at = ? WHERE merchant_id = ?';
  await tx.run(sql, [at, cycleAt, specialAt, merchantId]);
}

function lastInstant({ events, dues }: Plan): Instant {
  return Math.max(events.at(-1)?.at ?? 0, dues.at(-1)?.dueAt ?? 0);
}

/** The next special instant, if it is due. */
function nextSpecial(hand: Hand, until: Instant): Instant | null {
  const at = nextSpecialAfter(hand, hand.timeline.specialAt);
  return at !== null && at <= until ? at : null;
}

async function planBatch(tx: Tx, hand: Hand, until: Instant, limits: BatchLimits): Promise<Plan> {
  const all = await waiting(tx, TIMELINE, hand.merchantId, until, limits.events);
  const areEventsCut = all.length === limits.events;
  const horizon = areEventsCut ? (all.at(-1) as OutboxRow).at : until;
  const where = "merchant_id = ? AND status = 'pending' AND due_at <= ?";
  const dues = await find(
    tx,
    commissionTable,
    where,
    [hand.merchantId, horizon],
    `ORDER BY due_at, id LIMIT ${limits.dues}`,
  );
  if (dues.length < limits.dues) return { horizon, events: all, dues, isCutByDues: false, isMore: areEventsCut };
  const cut = (dues.at(-1) as CommissionRow).dueAt;
  return { horizon: cut, events: all.filter((event) => event.at < cut), dues, isCutByDues: true, isMore: true };
}

async function load(tx: Tx, hand: Hand, plan: Plan): Promise<void> {
  const { events, dues, horizon } = plan;
  const subjects = (topic: string) => events.filter((event) => event.topic === topic).map((event) => event.subjectId);
  const fresh = subjects(SALE_RECORDED);
  await loadNewSales(tx, hand, fresh);
  await loadRefunds(tx, hand, subjects(REFUND_RECORDED));
  await loadReceipts(tx, hand, subjects(RECEIPT_RECORDED));
  await loadSettledSales(tx, hand, distinct(dues.map((row) => row.saleId)));
  if (mayCount(hand, fresh, plan)) await loadCounters(tx, hand, horizon);
}

/** Whether anything of a batch can move counters: refunds, receipts and what is due can, and a new sale that matures at once. */
function mayCount(hand: Hand, fresh: readonly string[], { events, dues, horizon }: Plan): boolean {
  if (dues.length > 0 || events.length > fresh.length) return true;
  if (hand.waitingRefunds.size > 0 || hand.receipts.size > 0) return true;
  return fresh.some((id) => {
    const { paidAt } = saleOf(hand, id).row;
    return maturesAt(paidAt, null, heldAt(hand, paidAt).settings.settings) <= horizon;
  });
}

function work(hand: Hand, plan: Plan): void {
  const { events, horizon } = plan;
  const cut = plan.isCutByDues ? { at: horizon, known: new Set(plan.dues.map((row) => row.id)) } : null;
  const bySaleKey = new Map([...hand.sales.values()].map((sale) => [sale.row.outsideId, sale]));
  for (const event of events) {
    const at = Math.max(event.at, hand.timeline.at);
    matureUpTo(hand, at, cut);
    hand.timeline.at = at;
    WORK[event.topic]?.(hand, event, at, bySaleKey);
  }
  matureUpTo(hand, horizon, cut);
}

type Worker = (hand: Hand, event: OutboxRow, at: Instant, bySaleKey: ReadonlyMap<string, SaleInHand>) => void;

const WORK: Readonly<Record<string, Worker>> = {
  [SALE_RECORDED]: (hand, event, at) => settleSale(hand, event.subjectId, at),
  [REFUND_RECORDED]: (hand, event, at) => {
    const refund = hand.refunds.get(event.subjectId);
    invariant(refund, `refund ${event.subjectId} is not in hand`);
    if (refund.appliedAt === null) takeRefund(hand, refund, at);
  },
  [RECEIPT_RECORDED]: (hand, event, at, bySaleKey) => {
    const sale = bySaleKey.get(event.subjectId);
    const receipt = hand.receipts.get(event.subjectId);
    invariant(sale && receipt, `receipt of ${event.subjectId} is not in hand`);
    completeSale(hand, sale, receipt, at);
  },
};

/** Where a batch was cut among its dues: at that instant only these are known to be the next ones in order. */
interface Cut {
  readonly at: Instant;
  readonly known: ReadonlySet<string>;
}

/**
 * Matures what is due up to an instant, in order of dueness, then of creation. Where a batch was cut among its dues, whatever else
 * is due at that instant waits for the next one, so that none overtakes one that is not in hand.
 */
function matureUpTo(hand: Hand, until: Instant, cut: Cut | null): void {
  for (;;) {
    const due = dueCommissions(hand, until, cut);
    if (due.length === 0) return;
    for (const commission of due) mature(hand, commission, Math.max(commission.row.dueAt, hand.timeline.at));
  }
}

function dueCommissions(hand: Hand, until: Instant, cut: Cut | null): CommissionInHand[] {
  const due: CommissionInHand[] = [];
  for (const sale of hand.sales.values()) {
    for (const commission of sale.commissions) {
      const { status, dueAt } = commission.row;
      if (status !== 'pending' || dueAt > until) continue;
      if (cut !== null && dueAt >= cut.at && !cut.known.has(commission.row.id)) continue;
      due.push(commission);
    }
  }
  return due.sort((a, b) => a.row.dueAt - b.row.dueAt || (a.row.id < b.row.id ? -1 : 1));
}
