import { adjustByHand, type CommissionKind, decideByPerson, type Verdict } from '@fenrun/engine';
import { type Instant, isRefusal, type Money, minor, type Refusal } from '@fenrun/kernel';
import { findOne, type Tx } from '../foundation/db';
import { newId } from '../foundation/ids';
import { commissionTable } from '../modules/commission';
import { recountSale } from './timeline/count';
import type { CommissionInHand, Hand, SaleInHand } from './timeline/hand';
import { loadCounters } from './timeline/load-promoters';
import { loadSettledSales } from './timeline/load-sales';
import { approve, reject } from './timeline/mature';
import { bookTransfer } from './timeline/transfers';

/** Which commission is meant: by its id, or by order, payee and kind. */
export type CommissionKey =
  | { readonly id: string }
  | { readonly saleId: string; readonly payeeId: string; readonly kind: CommissionKind };

export interface PersonsVerdict {
  readonly verdict: Verdict;
  readonly reason: string | null;
  /** Who decided: a staff member's id. */
  readonly by: string | null;
}

/** A person approves or rejects one commission. Refusals in the order of scenarios/README.md. */
export async function decideCommission(
  tx: Tx,
  hand: Hand,
  key: CommissionKey,
  verdict: PersonsVerdict,
  now: Instant,
): Promise<{ id: string } | Refusal> {
  return decideInHand(hand, await bringCommission(tx, hand, key, now), verdict, now);
}

/** The same for a commission that is in hand with its sale, as one of many. Null is one that nobody knows. */
export function decideInHand(
  hand: Hand,
  found: FoundCommission | null,
  { verdict, reason, by }: PersonsVerdict,
  now: Instant,
): { id: string } | Refusal {
  const outcome = decideByPerson(found ? found.commission.row : null, verdict, reason);
  if (isRefusal(outcome)) return outcome;
  const { sale, commission } = found as FoundCommission;
  const { row } = commission;
  if (outcome === 'approved') approve(hand, sale, commission, now);
  else reject(hand, sale, commission, now);
  Object.assign(row, { decidedBy: 'person', decidedById: by, decidedAt: now, reason: reason?.trim() || null });
  return { id: row.id };
}

/** A person adjusts one commission by a signed amount, with a reason. `amount` null is one that could not be read. */
export async function adjustCommission(
  tx: Tx,
  hand: Hand,
  key: CommissionKey,
  { amount, reason, by }: { readonly amount: Money | null; readonly reason: string | null; readonly by: string | null },
  now: Instant,
): Promise<{ id: string } | Refusal> {
  const found = await bringCommission(tx, hand, key, now);
  const net = adjustByHand(
    found ? { status: found.commission.row.status, net: minor(found.commission.row.net) } : null,
    amount,
    reason,
  );
  if (isRefusal(net)) return net;
  const { sale, commission } = found as FoundCommission;
  const id = newId(now);
  adjust(hand, sale, commission, minor(amount as Money), { id, reason: (reason as string).trim(), by }, now);
  return { id };
}

function adjust(
  hand: Hand,
  sale: SaleInHand,
  commission: CommissionInHand,
  amount: Money,
  note: { readonly id: string; readonly reason: string; readonly by: string | null },
  now: Instant,
): void {
  const { row } = commission;
  const account = row.status === 'approved' || row.status === 'paid' ? 'payable' : 'pending';
  recountSale(hand, sale, 'adjustment', now, () => {
    row.net += amount;
    row.movedAt = now;
  });
  bookTransfer(hand, 'adjustment', note.id, now, [
    ['', 'commission_expense', -amount],
    [row.payeeId, account, amount],
  ]);
  hand.written.commissions.add(commission);
  hand.written.adjustments.push({
    merchantId: hand.merchantId,
    id: note.id,
    commissionId: row.id,
    kind: 'manual',
    amount,
    reason: note.reason,
    causeId: note.id,
    madeBy: note.by,
    at: now,
  });
  hand.written.facts.push({ topic: 'commission-adjusted', promoterId: row.payeeId, subjectId: row.id, at: now });
}

/** A commission in hand, with its sale. */
export interface FoundCommission {
  readonly sale: SaleInHand;
  readonly commission: CommissionInHand;
}

async function bringCommission(tx: Tx, hand: Hand, key: CommissionKey, now: Instant): Promise<FoundCommission | null> {
  const saleId =
    'saleId' in key
      ? key.saleId
      : (await findOne(tx, commissionTable, 'merchant_id = ? AND id = ?', [hand.merchantId, key.id]))?.saleId;
  if (!saleId) return null;
  await loadSettledSales(tx, hand, [saleId]);
  await loadCounters(tx, hand, now);
  const sale = hand.sales.get(saleId);
  const commission = sale?.commissions.find(({ row }) =>
    'id' in key ? row.id === key.id : row.payeeId === key.payeeId && row.kind === key.kind,
  );
  return sale && commission ? { sale, commission } : null;
}
