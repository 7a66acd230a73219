import type { Instant } from '@fenrun/kernel';
import { findOne, insert, type Tx, update } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import { MEMBER_TOKEN_MS } from '../domain/keep-times';
import { newToken, tokenDigest } from '../domain/tokens';
import { type MemberRow, memberTable } from '../store/member.row';
import { memberSessionTable } from '../store/member-session.row';

/** Who WeChat says somebody is. */
export interface WechatPerson {
  readonly openid: string;
  readonly unionid: string | null;
}

/** The member with that openid; made when it is the first visit. */
export async function meetMember(tx: Tx, merchantId: string, person: WechatPerson, now: Instant): Promise<MemberRow> {
  const known = await findOne(tx, memberTable, 'merchant_id = ? AND openid = ?', [merchantId, person.openid]);
  if (known) {
    const unionid = person.unionid ?? known.unionid;
    await update(tx, memberTable, { seenAt: now, unionid }, 'merchant_id = ? AND id = ?', [merchantId, known.id]);
    return { ...known, seenAt: now, unionid };
  }
  const row: MemberRow = {
    merchantId,
    id: newId(now),
    ...person,
    name: null,
    avatar: null,
    phone: null,
    phoneVerifiedAt: null,
    createdAt: now,
    seenAt: now,
  };
  await insert(tx, memberTable, [row]);
  return row;
}

/** Gives a member a bearer token. `realNow` is real time. */
export async function beginMemberSession(
  tx: Tx,
  merchantId: string,
  memberId: string,
  realNow: number,
): Promise<{ token: string; expiresAt: number }> {
  const token = newToken('fm_');
  const expiresAt = realNow + MEMBER_TOKEN_MS;
  await insert(tx, memberSessionTable, [
    { digest: tokenDigest(token), merchantId, memberId, createdAt: realNow, expiresAt },
  ]);
  return { token, expiresAt };
}

export async function endMemberSession(tx: Tx, digest: string): Promise<void> {
  await tx.run('DELETE FROM member_session WHERE digest = ?', [digest]);
}

/** Keeps what a member says of himself. */
export async function nameMember(
  tx: Tx,
  merchantId: string,
  memberId: string,
  given: { name?: string; avatar?: string | null },
): Promise<void> {
  if (Object.keys(given).length > 0)
    await update(tx, memberTable, given, 'merchant_id = ? AND id = ?', [merchantId, memberId]);
}

/** Keeps a phone that WeChat has verified; digits with the country's code. */
export async function verifyMemberPhone(
  tx: Tx,
  merchantId: string,
  memberId: string,
  phone: string,
  now: Instant,
): Promise<void> {
  await update(tx, memberTable, { phone, phoneVerifiedAt: now }, 'merchant_id = ? AND id = ?', [merchantId, memberId]);
}
