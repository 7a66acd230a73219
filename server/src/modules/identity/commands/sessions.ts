import { insert, type Tx, update } from '../../../foundation/db';
import { SESSION_IDLE_MS } from '../domain/keep-times';
import { newToken, tokenDigest } from '../domain/tokens';
import { membershipTable } from '../store/membership.row';
import { personTable } from '../store/person.row';
import { sessionTable } from '../store/session.row';

/** Begins a session of staff for one merchant, where he is thereby seen; answers the cookie's value. `realNow` is real time. */
export async function beginSession(tx: Tx, personId: string, merchantId: string, realNow: number): Promise<string> {
  const token = newToken('fs_');
  const row = {
    digest: tokenDigest(token),
    personId,
    merchantId,
    createdAt: realNow,
    seenAt: realNow,
    expiresAt: realNow + SESSION_IDLE_MS,
  };
  await insert(tx, sessionTable, [row]);
  await update(tx, membershipTable, { seenAt: realNow }, 'merchant_id = ? AND person_id = ?', [merchantId, personId]);
  return token;
}

export async function endSession(tx: Tx, digest: string): Promise<void> {
  await tx.run('DELETE FROM staff_session WHERE digest = ?', [digest]);
}

/** Moves a session to another merchant. */
export async function moveSession(tx: Tx, digest: string, merchantId: string): Promise<void> {
  await update(tx, sessionTable, { merchantId }, 'digest = ?', [digest]);
}

/** Sets a new password and ends every other session of the person. */
export async function setPassword(tx: Tx, personId: string, passwordHash: string, keepDigest: string): Promise<void> {
  await update(tx, personTable, { passwordHash }, 'id = ?', [personId]);
  await tx.run('DELETE FROM staff_session WHERE person_id = ? AND digest <> ?', [personId, keepDigest]);
}
