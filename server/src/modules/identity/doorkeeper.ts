import { type Refusal, refuse } from '@fenrun/kernel';
import { type Database, findOne, update } from '../../foundation/db';
import type { CalledMerchant, Caller, Credentials, Doorkeeper } from '../../foundation/http';
import { writeAudit } from './commands/write-audit';
import { SEEN_EVERY_MS, SESSION_IDLE_MS, SESSION_MOST_MS } from './domain/keep-times';
import { tokenDigest } from './domain/tokens';
import { apiKeyTable } from './store/api-key.row';
import { memberTable } from './store/member.row';
import { memberSessionTable } from './store/member-session.row';
import { membershipTable } from './store/membership.row';
import { type MerchantRow, merchantTable } from './store/merchant.row';
import { personTable } from './store/person.row';
import { type SessionRow, sessionTable } from './store/session.row';

type NotSignedIn = Refusal<'not-signed-in'>;

const STRANGER: NotSignedIn = refuse('not-signed-in');

/** Knows people of staff by cookie, programs by key, members by token. Real time decides what has expired. */
export function doorkeeper(db: Database, realNow: () => number = Date.now): Doorkeeper {
  return {
    staff: ({ cookie, bearer }: Credentials) =>
      bearer ? keyCaller(db, bearer, realNow()) : cookie ? staffCaller(db, cookie, realNow()) : stranger(),
    member: ({ bearer }) => (bearer ? memberCaller(db, bearer, realNow()) : stranger()),
    audit: (tx, note) => writeAudit(tx, note, note.at),
  };
}

const stranger = async (): Promise<NotSignedIn> => STRANGER;

async function staffCaller(db: Database, cookie: string, now: number): Promise<Caller | NotSignedIn> {
  const session = await findOne(db.read, sessionTable, 'digest = ?', [tokenDigest(cookie)]);
  if (!session || session.expiresAt <= now) return STRANGER;
  const { personId, merchantId } = session;
  const [person, membership, merchant] = await Promise.all([
    findOne(db.read, personTable, 'id = ?', [personId]),
    findOne(db.read, membershipTable, 'merchant_id = ? AND person_id = ?', [merchantId, personId]),
    findOne(db.read, merchantTable, 'id = ?', [merchantId]),
  ]);
  if (!person || !membership || !merchant) return STRANGER;
  if (now - session.seenAt > SEEN_EVERY_MS) await noteSeen(db, session, now);
  const actor = { kind: 'staff' as const, id: person.id, name: person.name, role: membership.role };
  return { merchant: called(merchant), actor, sessionId: session.digest, by: 'cookie' };
}

async function noteSeen(
  db: Database,
  { digest, merchantId, personId, createdAt }: SessionRow,
  now: number,
): Promise<void> {
  const expiresAt = Math.min(now + SESSION_IDLE_MS, createdAt + SESSION_MOST_MS);
  await db.write(async (tx) => {
    await update(tx, sessionTable, { seenAt: now, expiresAt }, 'digest = ?', [digest]);
    await update(tx, membershipTable, { seenAt: now }, 'merchant_id = ? AND person_id = ?', [merchantId, personId]);
  });
}

async function keyCaller(db: Database, key: string, now: number): Promise<Caller | NotSignedIn> {
  const found = await findOne(db.read, apiKeyTable, 'digest = ?', [tokenDigest(key)]);
  const merchant = found && (await findOne(db.read, merchantTable, 'id = ?', [found.merchantId]));
  if (!found || !merchant) return STRANGER;
  if (now - (found.usedAt ?? 0) > SEEN_EVERY_MS) {
    await db.write((tx) =>
      update(tx, apiKeyTable, { usedAt: now }, 'merchant_id = ? AND id = ?', [found.merchantId, found.id]),
    );
  }
  const actor = { kind: 'key' as const, id: found.id, name: found.name, role: found.role };
  return { merchant: called(merchant), actor, sessionId: found.id, by: 'token' };
}

async function memberCaller(db: Database, token: string, now: number): Promise<Caller | NotSignedIn> {
  const session = await findOne(db.read, memberSessionTable, 'digest = ?', [tokenDigest(token)]);
  if (!session || session.expiresAt <= now) return STRANGER;
  const [member, merchant] = await Promise.all([
    findOne(db.read, memberTable, 'merchant_id = ? AND id = ?', [session.merchantId, session.memberId]),
    findOne(db.read, merchantTable, 'id = ?', [session.merchantId]),
  ]);
  if (!member || !merchant) return STRANGER;
  const actor = { kind: 'member' as const, id: member.id, name: member.name ?? '' };
  return { merchant: called(merchant), actor, sessionId: session.digest, by: 'token' };
}

function called({ id, slug, name, currency, timezone, region }: MerchantRow): CalledMerchant {
  return { id, slug, name, currency, timezone, region };
}
