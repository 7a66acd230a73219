import type { Role } from '@fenrun/contracts';
import { findOne, type Reader } from '../../../foundation/db';
import { type PersonRow, personTable } from '../store/person.row';

export function personByEmail(db: Reader, email: string): Promise<PersonRow | undefined> {
  return findOne(db, personTable, 'email = ?', [email.toLowerCase()]);
}

export function personById(db: Reader, id: string): Promise<PersonRow | undefined> {
  return findOne(db, personTable, 'id = ?', [id]);
}

export interface Membership {
  readonly merchantId: string;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
}

/** The merchants at which a person has a role, in the order of their names. */
export function membershipsOf(db: Reader, personId: string): Promise<Membership[]> {
  const sql = `SELECT m.id AS merchantId, m.slug AS slug, m.name AS name, s.role AS role
    FROM membership s JOIN merchant m ON m.id = s.merchant_id WHERE s.person_id = ? ORDER BY m.name, m.slug`;
  return db.rows<Membership>(sql, [personId]);
}

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly addedAt: number | string;
  readonly seenAt: number | string | null;
}

/** The people of a merchant, in the order of their names. */
export function staffOf(db: Reader, merchantId: string, personId?: string): Promise<StaffRow[]> {
  const one = personId === undefined ? '' : 'AND s.person_id = ?';
  const sql = `SELECT p.id AS id, p.name AS name, p.email AS email, s.role AS role, s.added_at AS addedAt, s.seen_at AS seenAt
    FROM membership s JOIN person p ON p.id = s.person_id WHERE s.merchant_id = ? ${one} ORDER BY p.name, p.id`;
  return db.rows<StaffRow>(sql, personId === undefined ? [merchantId] : [merchantId, personId]);
}
