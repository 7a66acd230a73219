import type { Out } from '@fenrun/contracts';
import { type Refusal, refuse } from '@fenrun/kernel';
import { findAmong, findOne } from '../../../foundation/db';
import type { Call } from '../../../foundation/http';
import { actorNames } from '../../identity';
import { customerTable, refundTable } from '../../sales';
import { attributionEvidence, type Evidence } from '../queries/attribution-evidence';
import { adjustmentsOf } from '../queries/commission-story';
import { gatherCommissions } from '../queries/gather-commissions';
import { commissionById } from '../queries/list-commissions';
import type { CommissionRow } from '../store/commission.row';
import { attributionText } from './attribution-text';
import { commissionDetailView } from './commission-detail-view';
import { readingOf } from './reading';
import { explainSale } from './trace-view';

export const NO_EVIDENCE: Evidence = { coupons: [], touch: null, share: null, assignment: null };

/** One commission as the staff read it, or `unknown-commission`. */
export async function showCommission(
  call: Call,
  id: string,
): Promise<Out<'commission.read'> | Refusal<'unknown-commission'>> {
  const { db, merchantId } = call;
  const row = await commissionById(db.read, merchantId, id);
  if (!row) return refuse('unknown-commission');
  const { whole, products } = await wholeOf(call, row);
  if (!whole) return refuse('unknown-commission');
  const reading = await readingOf(call);
  const adjustments = await adjustmentsOf(db.read, merchantId, id);
  const causes = adjustments.filter(({ kind }) => kind === 'refund').map(({ causeId }) => causeId);
  const [explained, evidence, refunds, customer] = await Promise.all([
    explainSale(db, whole, reading, products),
    attributionEvidence(db.read, merchantId, [whole]),
    findAmong(db.read, refundTable, 'merchant_id = ?', [merchantId], 'id', causes),
    findOne(db.read, customerTable, 'merchant_id = ? AND id = ?', [merchantId, whole.sale.customerId ?? '']),
  ]);
  const own = evidence.get(whole.sale.id) ?? NO_EVIDENCE;
  const actors = [row.decidedById, own.assignment?.madeBy ?? null, ...adjustments.map(({ madeBy }) => madeBy)];
  const names = await actorNames(db.read, merchantId, actors);
  const who = (actor: string | null) => (actor === null ? null : (names.get(actor) ?? null));
  const parts = {
    whole,
    explained,
    products,
    adjustments,
    refundIds: new Map(refunds.map((refund) => [refund.id, refund.outsideId])),
    customer,
    attribution: attributionText(whole, own, reading, who),
    who,
  };
  return commissionDetailView(parts, reading);
}

/** One commission with what belongs to it. */
export async function wholeOf({ db, merchantId }: Pick<Call, 'db' | 'merchantId'>, row: CommissionRow) {
  const { commissions, products } = await gatherCommissions(db.read, merchantId, [row]);
  return { whole: commissions[0], products };
}
