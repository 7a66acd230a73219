import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { find, marks, type Tx, update } from '../foundation/db';
import { type MemberRow, verifyMemberPhone } from '../modules/identity';
import { phoneDigits, phoneSpellings, promoterOfMember, promoterTable } from '../modules/promoters';
import type { Wechat } from '../modules/wechat';
import { customerOfMember } from './member-customer';

export type PhoneRefusal = Refusal<'phone-required' | 'wechat-unavailable' | 'wechat-not-configured'>;

/**
 * Asks WeChat for the number behind the code of its phone button. The code works once and for five minutes, so whoever asks checks
 * everything else first. Answers digits with the country's code.
 */
export async function askPhone(wechat: Wechat, merchantId: string, code: string): Promise<string | PhoneRefusal> {
  const client = await wechat.of(merchantId);
  if (!client) return refuse('wechat-not-configured');
  const outcome = await client.mp.phoneNumber(code);
  if (outcome.kind === 'ok') return phoneDigits(`${outcome.value.countryCode}${outcome.value.phone}`);
  if (outcome.kind === 'unknown' || outcome.reaction === 'again') return refuse('wechat-unavailable');
  return refuse(outcome.reaction === 'configuration' ? 'wechat-not-configured' : 'phone-required');
}

/**
 * Keeps a verified phone. A promoter who came over by import with that phone, and as whom nobody signs in yet, is this member from
 * now on; so is the customer with that phone.
 */
export async function keepPhone(tx: Tx, member: MemberRow, phone: string, now: Instant): Promise<MemberRow> {
  const { merchantId, id } = member;
  await verifyMemberPhone(tx, merchantId, id, phone, now);
  const verified = { ...member, phone, phoneVerifiedAt: now };
  await claimPromoter(tx, verified, now);
  return verified;
}

async function claimPromoter(tx: Tx, member: MemberRow, now: Instant): Promise<void> {
  const { merchantId, id: memberId } = member;
  if (await promoterOfMember(tx, merchantId, memberId)) return;
  const spellings = phoneSpellings(member.phone as string, '86');
  const where = `merchant_id = ? AND phone IN (${marks(spellings.length)}) AND member_id IS NULL AND status <> 'rejected'`;
  const found = await find(tx, promoterTable, where, [merchantId, ...spellings], 'ORDER BY id LIMIT 2');
  // With two of that number a person has to say which one it is.
  const [promoter] = found;
  if (!promoter || found.length > 1) return;
  const customerId = promoter.customerId ?? (await customerOfMember(tx, member, now));
  const avatar = promoter.avatar ?? member.avatar;
  await update(tx, promoterTable, { memberId, customerId, avatar }, 'merchant_id = ? AND id = ?', [
    merchantId,
    promoter.id,
  ]);
}
