import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { find, findOne, insert, type Tx, update } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import { type MemberAddressRow, memberAddressTable } from '../store/member-address.row';

export interface AddressOwner {
  readonly merchantId: string;
  readonly memberId: string;
}

export interface AddressDraft {
  readonly name: string;
  readonly phone: string;
  readonly region: string;
  readonly detail: string;
  readonly isDefault: boolean;
}

/** Addresses that one member keeps at most. */
const ADDRESSES_AT_MOST = 30;

/** Adds an address; the first one is the default. */
export async function addAddress(
  tx: Tx,
  owner: AddressOwner,
  draft: AddressDraft,
  now: Instant,
): Promise<MemberAddressRow | Refusal<'too-many-addresses'>> {
  const kept = await find(tx, memberAddressTable, 'merchant_id = ? AND member_id = ?', [
    owner.merchantId,
    owner.memberId,
  ]);
  if (kept.length >= ADDRESSES_AT_MOST) return refuse('too-many-addresses');
  const row = { ...owner, id: newId(now), ...draft, isDefault: draft.isDefault || kept.length === 0, updatedAt: now };
  if (row.isDefault) await clearDefault(tx, owner);
  await insert(tx, memberAddressTable, [row]);
  return row;
}

/** Saves an address of the member. */
export async function saveAddress(
  tx: Tx,
  owner: AddressOwner,
  id: string,
  draft: AddressDraft,
  now: Instant,
): Promise<MemberAddressRow | Refusal<'not-found'>> {
  const key = [owner.merchantId, id, owner.memberId];
  const where = 'merchant_id = ? AND id = ? AND member_id = ?';
  if (!(await findOne(tx, memberAddressTable, where, key))) return refuse('not-found');
  if (draft.isDefault) await clearDefault(tx, owner);
  await update(tx, memberAddressTable, { ...draft, updatedAt: now }, where, key);
  return (await findOne(tx, memberAddressTable, where, key)) ?? refuse('not-found');
}

/** Removes an address of the member. */
export async function removeAddress(
  tx: Tx,
  { merchantId, memberId }: AddressOwner,
  id: string,
): Promise<null | Refusal<'not-found'>> {
  const gone = await tx.run('DELETE FROM member_address WHERE merchant_id = ? AND id = ? AND member_id = ?', [
    merchantId,
    id,
    memberId,
  ]);
  return gone === 1 ? null : refuse('not-found');
}

function clearDefault(tx: Tx, { merchantId, memberId }: AddressOwner): Promise<number> {
  return update(tx, memberAddressTable, { isDefault: false }, 'merchant_id = ? AND member_id = ? AND is_default = 1', [
    merchantId,
    memberId,
  ]);
}
