import { type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { insert, keep, type Reader, type Tx, update } from '../foundation/db';
import { newId } from '../foundation/ids';
import { type MemberRow, nameMember } from '../modules/identity';
import { type MerchantSettings, merchantSettings } from '../modules/plans';
import {
  type AgreementKind,
  type AgreementOwner,
  applicationTable,
  consentTable,
  freeCode,
  type PromoterRow,
  presentAgreements,
  promoterOfMember,
  promoterTable,
  STANDING_MOVES,
} from '../modules/promoters';
import { addPromoter } from './add-promoter';
import { inviterOf } from './find-invitation';
import { customerOfMember } from './member-customer';
import { moveInviter } from './move-inviter';
import { type Hand, heldAt, promoterOf } from './timeline/hand';
import { addPromoters } from './timeline/load-promoters';
import { noteChange } from './timeline/move';

export interface ApplicationAsk {
  readonly member: MemberRow;
  readonly name: string;
  readonly invitation: string | null;
  readonly words: string | null;
  readonly avatar: string | null;
  readonly consents: readonly { readonly kind: AgreementKind; readonly version: number }[];
}

type ApplyRefusal = Refusal<
  | 'already-promoter'
  | 'already-applied'
  | 'consent-required'
  | 'invitation-required'
  | 'unknown-invitation'
  | 'phone-required'
>;

/** What can be said before WeChat is asked for a phone, whose code works only once. */
export async function checkApplication(
  db: Reader,
  owner: AgreementOwner,
  ask: ApplicationAsk,
  settings: MerchantSettings,
): Promise<{ readonly inviter: PromoterRow | null; readonly before: PromoterRow | undefined } | ApplyRefusal> {
  const { merchantId } = owner;
  const before = await promoterOfMember(db, merchantId, ask.member.id);
  if (before?.status === 'applicant') return refuse('already-applied');
  if (before && before.status !== 'rejected') return refuse('already-promoter');
  const accepted = new Map(ask.consents.map(({ kind, version }) => [kind, version]));
  const missing = (await presentAgreements(db, owner)).filter(({ kind, version }) => accepted.get(kind) !== version);
  if (missing.length > 0)
    return refuse(
      'consent-required',
      undefined,
      missing.map(() => ({ pointer: '/consents', code: 'required' })),
    );
  const invitation = ask.invitation?.trim() || null;
  const inviter = invitation === null ? null : await inviterOf(db, merchantId, invitation);
  const isOwn = inviter !== null && inviter.memberId === ask.member.id;
  if (invitation !== null && (!inviter || isOwn)) return refuse('unknown-invitation');
  if (!inviter && settings.applications.requireInvitation) return refuse('invitation-required');
  return { inviter, before };
}

/**
 * Somebody applies to become a promoter: he stands as an applicant who earns nothing, or is admitted at once where the merchant is
 * open. Whoever was turned down before applies again as the same person.
 */
export async function applyAsPromoter(
  tx: Tx,
  hand: Hand,
  owner: AgreementOwner,
  ask: ApplicationAsk,
  now: Instant,
): Promise<{ promoterId: string; code: string } | Refusal> {
  const { merchantId } = hand;
  const settings = merchantSettings(heldAt(hand, now).settings.settings);
  const checked = await checkApplication(tx, owner, ask, settings);
  if (isRefusal(checked)) return checked;
  if (ask.member.phone === null) return refuse('phone-required');
  const isOpen = settings.applications.mode === 'open';
  const inviterId = checked.inviter?.id ?? null;
  const promoter = checked.before
    ? await applyAgain(tx, hand, checked.before, ask, inviterId, now)
    : await addApplicant(tx, hand, ask, inviterId, isOpen, now);
  if (isRefusal(promoter)) return promoter;
  await nameMember(tx, merchantId, ask.member.id, {
    name: ask.name.trim(),
    ...(ask.avatar ? { avatar: ask.avatar } : {}),
  });
  const applicationId = await keepApplication(tx, hand, promoter.id, ask, inviterId, isOpen, now);
  if (isOpen && checked.before) await admit(tx, hand, promoter.id, now);
  hand.written.facts.push({ topic: 'promoter-applied', promoterId: promoter.id, subjectId: applicationId, at: now });
  return { promoterId: promoter.id, code: promoter.code };
}

async function addApplicant(
  tx: Tx,
  hand: Hand,
  { member, name, avatar }: ApplicationAsk,
  inviterId: string | null,
  isOpen: boolean,
  now: Instant,
): Promise<{ id: string; code: string } | Refusal> {
  const code = await freeCode(tx, hand.merchantId);
  const input = {
    code,
    name: name.trim(),
    phone: member.phone,
    avatar: avatar ?? member.avatar,
    memberId: member.id,
    customerId: await customerOfMember(tx, member, now),
    status: isOpen ? ('active' as const) : ('applicant' as const),
    joinedAt: isOpen ? now : null,
    inviterId,
    programme: null,
    group: null,
  };
  const added = await addPromoter(tx, hand, input, now);
  return isRefusal(added) ? added : { id: added.id, code };
}

async function applyAgain(
  tx: Tx,
  hand: Hand,
  before: PromoterRow,
  { member, name, avatar }: ApplicationAsk,
  inviterId: string | null,
  now: Instant,
): Promise<{ id: string; code: string } | Refusal> {
  const { merchantId } = hand;
  const moved = await moveInviter(tx, hand, before.id, inviterId, { by: null, reason: null }, now);
  if (isRefusal(moved)) return moved;
  const given = { name: name.trim(), phone: member.phone, avatar: avatar ?? before.avatar };
  await update(tx, promoterTable, given, 'merchant_id = ? AND id = ?', [merchantId, before.id]);
  const promoter = promoterOf(hand, before.id);
  Object.assign(promoter.row, given, { status: 'applicant' });
  noteChange(hand, promoter, 'status', 'applicant', 'applied', now);
  return { id: before.id, code: before.code };
}

async function keepApplication(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  ask: ApplicationAsk,
  inviterId: string | null,
  isOpen: boolean,
  now: Instant,
): Promise<string> {
  const { merchantId } = hand;
  const id = newId(now);
  await insert(tx, applicationTable, [
    {
      merchantId,
      id,
      promoterId,
      memberId: ask.member.id,
      name: ask.name.trim(),
      phone: ask.member.phone,
      isPhoneVerified: ask.member.phoneVerifiedAt !== null,
      invitation: ask.invitation?.trim() || null,
      inviterId,
      words: ask.words?.trim() || null,
      appliedAt: now,
      decision: isOpen ? 'approved' : null,
      decidedAt: isOpen ? now : null,
      decidedById: null,
      reason: null,
    },
  ]);
  const consents = new Map(ask.consents.map(({ kind, version }) => [kind, version]));
  const rows = [...consents].map(([kind, version]) => ({ merchantId, promoterId, kind, version, at: now }));
  await keep(tx, consentTable, ['at'], rows);
  return id;
}

/** Somebody who was turned down once is admitted where the merchant has become open. */
async function admit(tx: Tx, hand: Hand, promoterId: string, now: Instant): Promise<void> {
  await addPromoters(tx, hand, [], [promoterId]);
  const promoter = promoterOf(hand, promoterId);
  Object.assign(promoter.row, { status: 'active', joinedAt: now });
  await update(tx, promoterTable, { joinedAt: now }, 'merchant_id = ? AND id = ?', [hand.merchantId, promoterId]);
  noteChange(hand, promoter, 'status', 'active', STANDING_MOVES.approve.cause, now);
}
