import type { Role } from '@fenrun/contracts';
import { type Refusal, refuse } from '@fenrun/kernel';
import { findOne, lockRows, type Tx, update } from '../../../foundation/db';
import { membershipTable } from '../store/membership.row';
import { personTable } from '../store/person.row';

interface Chosen {
  readonly merchantId: string;
  readonly personId: string;
}

/** Changes the role of a person at a merchant, or the name. The last owner stays one. */
export async function changeStaff(
  tx: Tx,
  chosen: Chosen,
  change: { role?: Role | undefined; name?: string | undefined },
): Promise<{ personId: string } | Refusal> {
  const known = await findOne(tx, membershipTable, 'merchant_id = ? AND person_id = ?', [
    chosen.merchantId,
    chosen.personId,
  ]);
  if (!known) return refuse('not-found');
  if (change.role && change.role !== 'owner' && (await isLastOwner(tx, chosen))) return refuse('last-owner');
  if (change.role)
    await update(tx, membershipTable, { role: change.role }, 'merchant_id = ? AND person_id = ?', [
      chosen.merchantId,
      chosen.personId,
    ]);
  // The name belongs to the person, who may work for others too: only an only employer changes it.
  if (change.name && (await isOnlyEmployer(tx, chosen)))
    await update(tx, personTable, { name: change.name }, 'id = ?', [chosen.personId]);
  return { personId: chosen.personId };
}

/** Takes a role away and ends the person's sessions for this merchant. */
export async function removeStaff(tx: Tx, chosen: Chosen): Promise<{ personId: string } | Refusal> {
  if (await isLastOwner(tx, chosen)) return refuse('last-owner');
  const gone = await tx.run('DELETE FROM membership WHERE merchant_id = ? AND person_id = ?', [
    chosen.merchantId,
    chosen.personId,
  ]);
  if (gone === 0) return refuse('not-found');
  await tx.run('DELETE FROM staff_session WHERE person_id = ? AND merchant_id = ?', [
    chosen.personId,
    chosen.merchantId,
  ]);
  return { personId: chosen.personId };
}

async function isLastOwner(tx: Tx, { merchantId, personId }: Chosen): Promise<boolean> {
  const sql =
    "SELECT person_id AS personId FROM membership WHERE merchant_id = ? AND role = 'owner' ORDER BY person_id";
  const owners = await lockRows<{ personId: string }>(tx, sql, [merchantId]);
  return owners.length === 1 && owners[0]?.personId === personId;
}

async function isOnlyEmployer(tx: Tx, { personId }: Chosen): Promise<boolean> {
  const rows = await tx.rows('SELECT merchant_id FROM membership WHERE person_id = ? LIMIT 2', [personId]);
  return rows.length === 1;
}
