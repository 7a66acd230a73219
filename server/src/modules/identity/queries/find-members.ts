import { find, findAmong, findOne, type Reader } from '../../../foundation/db';
import { type MemberRow, memberTable } from '../store/member.row';

export function memberById(db: Reader, merchantId: string, id: string): Promise<MemberRow | undefined> {
  return findOne(db, memberTable, 'merchant_id = ? AND id = ?', [merchantId, id]);
}

export function memberByOpenid(db: Reader, merchantId: string, openid: string): Promise<MemberRow | undefined> {
  return findOne(db, memberTable, 'merchant_id = ? AND openid = ?', [merchantId, openid]);
}

export function membersById(db: Reader, merchantId: string, ids: readonly string[]): Promise<MemberRow[]> {
  return findAmong(db, memberTable, 'merchant_id = ?', [merchantId], 'id', ids);
}

/** Members with one of these verified phones. */
export function membersByPhone(db: Reader, merchantId: string, phone: string): Promise<MemberRow[]> {
  return find(db, memberTable, 'merchant_id = ? AND phone = ?', [merchantId, phone], 'ORDER BY id LIMIT 50');
}
