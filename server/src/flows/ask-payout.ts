import { askForPayout, newlyPaid, PAYOUT_MOVES } from '@fenrun/engine';
import {
  formatDay,
  type Instant,
  isRefusal,
  larger,
  type Money,
  minor,
  type Refusal,
  refuse,
  ZERO,
  type Zone,
} from '@fenrun/kernel';
import { find, findOne, insert, type Tx, update } from '../foundation/db';
import { newId } from '../foundation/ids';
import { commissionTable } from '../modules/commission';
import { balancesOf } from '../modules/ledger';
import {
  type PayoutChannel,
  type PayoutRow,
  type PayoutStatus,
  type PayoutTerms,
  payoutStepTable,
  payoutsSince,
  payoutTable,
  payoutTerms,
  RETURNED,
} from '../modules/payout';
import { merchantSettings } from '../modules/plans';
import { promoterTable } from '../modules/promoters';
import { type Hand, heldAt } from './timeline/hand';
import { bookTransfer } from './timeline/transfers';

export interface PayoutAsk {
  /** The asker's own key: asking again with it claims nothing more. */
  readonly outsideId: string;
  readonly promoterId: string;
  /** Null is an amount that could not be read. */
  readonly amount: Money | null;
  readonly channel: PayoutChannel;
  /** The person of staff or the key that asks for him; null where he asks himself. */
  readonly by?: string | null;
}

/** A promoter (or staff for him) asks for a payout: the amount is claimed at once. */
export async function askPayout(tx: Tx, hand: Hand, ask: PayoutAsk, now: Instant): Promise<{ id: string } | Refusal> {
  const { merchantId } = hand;
  const before = await findOne(tx, payoutTable, 'merchant_id = ? AND outside_id = ?', [merchantId, ask.outsideId]);
  if (before) return { id: before.id };
  const promoter = await findOne(tx, promoterTable, 'merchant_id = ? AND id = ?', [merchantId, ask.promoterId]);
  if (!promoter) return refuse('unknown-promoter');
  const balances = (await balancesOf(tx, merchantId, [ask.promoterId])).get(ask.promoterId);
  const isActive = promoter.status === 'active' && (promoter.joinedAt === null || promoter.joinedAt <= now);
  const available = larger(minor(balances?.payable ?? 0), ZERO);
  const policy = merchantSettings(heldAt(hand, now).settings.settings).payout;
  const refused = askForPayout(ask.amount, { isActive, available, minimum: policy.minimum });
  if (refused) return refused;
  const claimed = { amount: ask.amount as Money, channel: ask.channel };
  const year = await payoutsSince(tx, merchantId, promoter.id, yearStart(hand.zone, now));
  const terms = payoutTerms(policy, claimed, year, hand.zone, now);
  if (isRefusal(terms)) return terms;
  const row = payoutRow(merchantId, ask, terms, now);
  await insert(tx, payoutTable, [row]);
  await noteStep(tx, row, { to: 'requested', by: ask.by ?? null, reason: null }, now);
  bookTransfer(hand, 'payout-claim', row.id, now, [
    [row.promoterId, 'payable', -row.amount],
    [row.promoterId, 'in_payout', row.amount],
  ]);
  hand.written.facts.push({ topic: 'payout-requested', promoterId: row.promoterId, subjectId: row.id, at: now });
  return { id: row.id };
}

/** The first instant of the calendar year there. */
export function yearStart(zone: Zone, now: Instant): Instant {
  return zone.startOfDay(formatDay(zone.wallAt(now).year, 1, 1));
}

function noteStep(tx: Tx, payout: PayoutRow, { to, by, reason }: PayoutStep, now: Instant): Promise<void> {
  const { merchantId, id: payoutId } = payout;
  return insert(tx, payoutStepTable, [
    { merchantId, payoutId, id: newId(now), status: to, at: now, madeBy: by, reason },
  ]);
}

function payoutRow(merchantId: string, ask: PayoutAsk, { tax, fee }: PayoutTerms, now: Instant): PayoutRow {
  return {
    merchantId,
    id: newId(now),
    outsideId: ask.outsideId,
    promoterId: ask.promoterId,
    channel: ask.channel,
    status: 'requested',
    amount: ask.amount as Money,
    tax,
    fee,
    requestedAt: now,
    requestedBy: ask.by ?? null,
    decidedAt: null,
    decidedById: null,
    endedAt: null,
    reason: null,
  };
}

/** What a payout's next state does: a person approves or rejects it, it is sent, it succeeds, or it ends and the money returns. */
export interface PayoutStep {
  readonly to: PayoutStatus;
  readonly by: string | null;
  readonly reason: string | null;
}

const DECISIONS: ReadonlySet<PayoutStatus> = new Set(['approved', 'rejected']);

/** Moves a payout on. The same state again changes nothing; a final one refuses any other. */
export async function movePayout(
  tx: Tx,
  hand: Hand,
  payoutId: string,
  step: PayoutStep,
  now: Instant,
): Promise<{ id: string } | Refusal> {
  const payout = await findOne(tx, payoutTable, 'merchant_id = ? AND id = ?', [hand.merchantId, payoutId]);
  if (!payout) return refuse('unknown-payout');
  if (payout.status === step.to) return { id: payout.id };
  const moves: readonly PayoutStatus[] = PAYOUT_MOVES[payout.status];
  if (moves.length === 0) return refuse('payout-final', { status: payout.status });
  if (!moves.includes(step.to)) return refuse('invalid-state', { status: payout.status });
  const isEnd = PAYOUT_MOVES[step.to].length === 0;
  const set = {
    status: step.to,
    ...(isEnd ? { endedAt: now } : {}),
    ...(DECISIONS.has(step.to) ? { decidedAt: now, decidedById: step.by } : {}),
    ...(step.reason ? { reason: step.reason } : {}),
  };
  await update(tx, payoutTable, set, 'merchant_id = ? AND id = ? AND status = ?', [
    hand.merchantId,
    payoutId,
    payout.status,
  ]);
  await noteStep(tx, payout, step, now);
  if (RETURNED.has(step.to)) giveBack(hand, payout, now);
  if (step.to === 'paid') await settlePaid(tx, hand, payout, now);
  const topic = `payout-${step.to}`;
  hand.written.facts.push({ topic, promoterId: payout.promoterId, subjectId: payout.id, at: now });
  return { id: payout.id };
}

function giveBack(hand: Hand, { id, promoterId, amount }: PayoutRow, now: Instant): void {
  bookTransfer(hand, 'payout-return', id, now, [
    [promoterId, 'in_payout', -amount],
    [promoterId, 'payable', amount],
  ]);
}

async function settlePaid(tx: Tx, hand: Hand, payout: PayoutRow, now: Instant): Promise<void> {
  const { id, promoterId, amount, tax, fee } = payout;
  bookTransfer(hand, 'payout-paid', id, now, [
    [promoterId, 'in_payout', -amount],
    ['', 'payout_clearing', amount - tax - fee],
    ['', 'tax_withheld', tax],
    ['', 'fees', fee],
  ]);
  const paidOut = await tx.rows<{ amount: number | string | null }>(
    "SELECT SUM(amount) AS amount FROM payout WHERE merchant_id = ? AND promoter_id = ? AND status = 'paid'",
    [hand.merchantId, promoterId],
  );
  await markPaid(tx, hand, promoterId, minor(Number(paidOut[0]?.amount ?? 0)), now);
}

/**
 * Marks as paid what all payouts together cover, oldest approval first. What is paid already stands before everything else,
 * because only the oldest ever become it.
 */
async function markPaid(tx: Tx, hand: Hand, promoterId: string, paidOut: Money, now: Instant): Promise<void> {
  const of = [hand.merchantId, promoterId];
  const sumSql = "SELECT SUM(net) AS net FROM commission WHERE merchant_id = ? AND payee_id = ? AND status = 'paid'";
  const [already] = await tx.rows<{ net: number | string | null }>(sumSql, of);
  const where = "merchant_id = ? AND payee_id = ? AND status = 'approved'";
  const approved = await find(tx, commissionTable, where, of, 'ORDER BY approved_at, id');
  const inOrder = [
    { id: '', status: 'paid' as const, net: minor(Number(already?.net ?? 0)) },
    ...approved.map((row) => ({ id: row.id, status: 'approved' as const, net: minor(row.net) })),
  ];
  const paid = new Set(newlyPaid(inOrder, paidOut));
  for (const row of approved) {
    if (!paid.has(row.id)) continue;
    Object.assign(row, { status: 'paid', paidOutAt: now, movedAt: now });
    hand.written.commissions.add({ row, lines: [], isNew: false });
    hand.written.facts.push({ topic: 'commission-paid', promoterId, subjectId: row.id, at: now });
  }
}

/** How a bank or manual transfer ended, as a person says. One that was approved counts as sent by that. */
export async function endPayout(
  tx: Tx,
  hand: Hand,
  payoutId: string,
  step: PayoutStep,
  now: Instant,
): Promise<{ id: string } | Refusal> {
  const payout = await findOne(tx, payoutTable, 'merchant_id = ? AND id = ?', [hand.merchantId, payoutId]);
  if (!payout) return refuse('unknown-payout');
  if (payout.channel === 'wechat') return refuse('not-by-hand');
  if (payout.status === 'approved') {
    const sent = await movePayout(tx, hand, payoutId, { ...step, to: 'sending', reason: null }, now);
    if (isRefusal(sent)) return sent;
  }
  return movePayout(tx, hand, payoutId, step, now);
}

/** Calls a payout back before it is sent. What is being sent is ended by its result only. */
export async function cancelPayout(
  tx: Tx,
  hand: Hand,
  payoutId: string,
  by: Omit<PayoutStep, 'to'>,
  now: Instant,
): Promise<{ id: string } | Refusal> {
  const payout = await findOne(tx, payoutTable, 'merchant_id = ? AND id = ?', [hand.merchantId, payoutId]);
  if (payout?.status === 'sending' || payout?.status === 'waiting_user')
    return refuse('invalid-state', { status: payout.status });
  return movePayout(tx, hand, payoutId, { ...by, to: 'cancelled' }, now);
}
