import { type In, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { marks } from '../../../foundation/db';
import { type Call, cursorOf, placeOf, Serves } from '../../../foundation/http';
import { balancesOf } from '../../ledger';
import { promoterOfMember } from '../../promoters';
import { attributionEvidence } from '../queries/attribution-evidence';
import { adjustmentsOf, takenAfterPayment } from '../queries/commission-story';
import { gatherCommissions } from '../queries/gather-commissions';
import { commissionById, listCommissions } from '../queries/list-commissions';
import { ownCommissionDetailView, ownCommissionView } from './own-commission-view';
import { readingOf } from './reading';
import { NO_EVIDENCE, wholeOf } from './show-commission';
import { explainSale } from './trace-view';

const route = routes.commission;

/** Commissions as their promoter looks at them. */
@Controller('/')
export class OwnCommissionsController {
  @Serves(route.memberList)
  async list({ query }: In<typeof route.memberList>, call: Call): Promise<Out<typeof route.memberList> | Refusal> {
    const { limit, cursor, status = [] } = query;
    const after = cursor === undefined ? null : placeOf(cursor, 'number', 'string');
    if (isRefusal(after)) return after;
    const { db, merchantId } = call;
    const promoter = await promoterOfMember(db.read, merchantId, call.actor.id);
    if (!promoter) return { data: [], nextCursor: null };
    const condition = {
      where: `merchant_id = ? AND payee_id = ?${status.length > 0 ? ` AND status IN (${marks(status.length)})` : ''}`,
      params: [merchantId, promoter.id, ...status],
      path: 'ix_commission_payee_id_paid_at_id' as const,
    };
    const page = await listCommissions(db.read, condition, 'moved', after, limit);
    const [{ commissions, products }, reading, taken, isInDebt] = await Promise.all([
      gatherCommissions(db.read, merchantId, page.rows),
      readingOf(call),
      takenAfterPayment(db.read, merchantId, page.rows),
      isBelowZero(call, promoter.id),
    ]);
    const own = (id: string) => ({ products, takenAfterPayment: taken.get(id) ?? 0, isInDebt });
    return {
      data: commissions.map((whole) => ownCommissionView(whole, reading, own(whole.row.id))),
      nextCursor: page.next === null ? null : cursorOf(page.next),
    };
  }

  @Serves(route.memberRead)
  async read({ params }: In<typeof route.memberRead>, call: Call): Promise<Out<typeof route.memberRead> | Refusal> {
    const { db, merchantId } = call;
    const promoter = await promoterOfMember(db.read, merchantId, call.actor.id);
    const row = await commissionById(db.read, merchantId, params.id);
    // Somebody else's commission answers as one that does not exist.
    if (!promoter || !row || row.payeeId !== promoter.id) return refuse('unknown-commission');
    const { whole, products } = await wholeOf(call, row);
    if (!whole) return refuse('unknown-commission');
    const reading = await readingOf(call);
    const [explained, evidence, adjustments, taken, isInDebt] = await Promise.all([
      explainSale(db, whole, reading, products),
      attributionEvidence(db.read, merchantId, [whole]),
      adjustmentsOf(db.read, merchantId, row.id),
      takenAfterPayment(db.read, merchantId, [row]),
      isBelowZero(call, promoter.id),
    ]);
    const own = evidence.get(whole.sale.id) ?? NO_EVIDENCE;
    const surroundings = { products, takenAfterPayment: taken.get(row.id) ?? 0, isInDebt };
    return ownCommissionDetailView({ whole, explained, evidence: own, adjustments, ...surroundings }, reading);
  }
}

async function isBelowZero({ db, merchantId }: Call, promoterId: string): Promise<boolean> {
  const balances = (await balancesOf(db.read, merchantId, [promoterId])).get(promoterId);
  return (balances?.payable ?? 0) < 0;
}
