import type { Instant } from '@fenrun/kernel';
import { find, findOne, insert, marks, type Tx, update } from '../foundation/db';
import { newId } from '../foundation/ids';
import type { MemberRow } from '../modules/identity';
import { phoneSpellings, promoterTable } from '../modules/promoters';
import { type CustomerRow, customerTable } from '../modules/sales';

/** The code of a country from the verified number's own prefix; numbers of the mainland are what merchants write without it. */
const MAINLAND = '86';

/**
 * The customer that a member is when he buys in the shop: by openid, else the one with exactly his verified phone who has no openid yet,
 * else a new one. A customer known by openid takes the verified phone where nobody else has it. A promoter as whom the member signs in is that
 * customer from now on, so that his own purchases are known as such.
 */
export async function customerOfMember(tx: Tx, member: MemberRow, now: Instant): Promise<string> {
  const customerId = await findOrMake(tx, member, now);
  const where = 'merchant_id = ? AND member_id = ? AND customer_id IS NULL';
  await update(tx, promoterTable, { customerId }, where, [member.merchantId, member.id]);
  return customerId;
}

async function findOrMake(tx: Tx, member: MemberRow, now: Instant): Promise<string> {
  const { merchantId, openid, phone, name } = member;
  const own = await findOne(tx, customerTable, 'merchant_id = ? AND openid = ?', [merchantId, openid]);
  const sharing = phone === null ? [] : await withPhone(tx, merchantId, phone);
  if (own) {
    if (phone !== null && own.phone === null && sharing.length === 0) await set(tx, own, { phone });
    return own.id;
  }
  const known = sharing.find((customer) => customer.openid === null);
  if (known) {
    await set(tx, known, { openid });
    return known.id;
  }
  const id = newId(now);
  const fresh = {
    outsideId: null,
    phone: sharing.length === 0 ? phone : null,
    openid,
    name,
    email: null,
    address: null,
  };
  const nothing = { firstPaidAt: null, lastPaidAt: null, orders: 0, spent: 0 };
  await insert(tx, customerTable, [{ merchantId, id, ...fresh, createdAt: now, ...nothing }]);
  return id;
}

function withPhone(tx: Tx, merchantId: string, phone: string): Promise<CustomerRow[]> {
  const spellings = phoneSpellings(phone, MAINLAND);
  const where = `merchant_id = ? AND phone IN (${marks(spellings.length)})`;
  return find(tx, customerTable, where, [merchantId, ...spellings], 'ORDER BY id LIMIT 20');
}

async function set(tx: Tx, { merchantId, id }: CustomerRow, values: Partial<CustomerRow>): Promise<void> {
  await update(tx, customerTable, values, 'merchant_id = ? AND id = ?', [merchantId, id]);
}
