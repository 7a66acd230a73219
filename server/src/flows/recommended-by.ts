import { inForce } from '@fenrun/engine';
import { find } from '../foundation/db';
import { type ClaimAsk, claimSale, readClaimFacts } from '../modules/attribution';
import { memberById } from '../modules/identity';
import { currentBook } from '../modules/plans';
import { promotersById } from '../modules/promoters';
import { customerTable } from '../modules/sales';
import type { Looking } from '../modules/storefront';

/** Who would get a sale of this member if it were made now: his name, and nothing else. Null for nobody, and for the member himself. */
export async function recommendedBy(
  { db, merchant, memberId, now }: Pick<Looking, 'db' | 'merchant' | 'memberId' | 'now'>,
  coupon: string | null,
): Promise<string | null> {
  const member = await memberById(db.read, merchant.id, memberId);
  if (!member) return null;
  const where = 'merchant_id = ? AND (openid = ? OR (phone IS NOT NULL AND phone = ?))';
  const customers = await find(
    db.read,
    customerTable,
    where,
    [merchant.id, member.openid, member.phone ?? ''],
    'LIMIT 2',
  );
  const customer = customers.find((row) => member.phone !== null && row.phone === member.phone) ?? customers[0];
  const ask: ClaimAsk = {
    paidAt: now,
    customerId: customer?.id ?? null,
    promoterCode: null,
    subscription: null,
    sequence: null,
    coupons: coupon ? [coupon] : [],
    campaign: null,
  };
  const facts = await readClaimFacts(db.read, merchant.id, [ask]);
  const { compiled } = await currentBook(db.read, merchant.id, db);
  const { attribution } = inForce(compiled, now).settings.settings;
  const claim = claimSale(
    ask,
    { ...facts, promoterIds: new Map(), renewals: new Map(), self: () => null },
    attribution,
  );
  if (claim.promoterId === null) return null;
  const [promoter] = await promotersById(db.read, merchant.id, [claim.promoterId]);
  return promoter && promoter.memberId !== memberId && promoter.status === 'active' ? promoter.name : null;
}
