import type { Role } from '@fenrun/contracts';
import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { findOne, insert, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import { membershipTable } from '../store/membership.row';
import { type PersonRow, personTable } from '../store/person.row';

export interface NewStaff {
  readonly merchantId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Of the first password; used only if the person is new. */
  readonly passwordHash: string;
}

/** Gives a person a role at a merchant. `isNew` says whether the person was unknown, so that the first password counts. */
export async function addStaff(
  tx: Tx,
  input: NewStaff,
  now: Instant,
): Promise<{ person: PersonRow; isNew: boolean } | Refusal<'already-exists'>> {
  const email = input.email.toLowerCase();
  const known = await findOne(tx, personTable, 'email = ?', [email]);
  const person = known ?? { id: newId(now), email, name: input.name, passwordHash: input.passwordHash, createdAt: now };
  const held =
    known && (await findOne(tx, membershipTable, 'merchant_id = ? AND person_id = ?', [input.merchantId, known.id]));
  if (held) return refuse('already-exists');
  if (!known) await insert(tx, personTable, [person]);
  const { merchantId, role } = input;
  await insert(tx, membershipTable, [{ merchantId, personId: person.id, role, addedAt: now, seenAt: null }]);
  return { person, isNew: !known };
}
