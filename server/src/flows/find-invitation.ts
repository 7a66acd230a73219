import { findOne, type Reader } from '../foundation/db';
import { shareTable } from '../modules/attribution';
import { type PromoterRow, promotersByCode, promoterTable } from '../modules/promoters';

/** Whom an invitation stands for: a promoter's own code, or the code of one of his shares. Only an active promoter invites. */
export async function inviterOf(db: Reader, merchantId: string, invitation: string): Promise<PromoterRow | null> {
  const [named] = await promotersByCode(db, merchantId, [invitation.trim()]);
  if (named) return named.status === 'active' ? named : null;
  const share = await findOne(db, shareTable, 'merchant_id = ? AND code = ?', [merchantId, invitation.trim()]);
  if (!share) return null;
  const inviter = await findOne(db, promoterTable, 'merchant_id = ? AND id = ?', [merchantId, share.promoterId]);
  return inviter?.status === 'active' ? inviter : null;
}
