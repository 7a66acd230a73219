import type { In, Out } from '@fenrun/contracts';
import { inForce } from '@fenrun/engine';
import { type Instant, isRefusal, type Refusal } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import type { Call } from '../foundation/http';
import { recordTouch, type ShareRow, shareByCode, type TouchKind } from '../modules/attribution';
import { type MemberRow, memberById } from '../modules/identity';
import { currentBook } from '../modules/plans';
import { type PromoterRow, promotersByCode, promotersById } from '../modules/promoters';
import { customerOfMember } from './member-customer';

type TouchView = Out<'attribution.touch'>;

const NOBODY: TouchView = { promoter: null, sku: null, campaign: null, invite: false, words: null };

/** Whom a code stands for: a share's, or a promoter's own on a card or poster that he had printed. */
interface Met {
  readonly promoter: PromoterRow;
  readonly share: ShareRow | undefined;
}

/** A member opened what a promoter shared: it is tied to the customer that he is, and says what he came to see. */
export async function openShare(
  call: Call,
  { code, kind }: In<'attribution.touch'>['body'],
): Promise<TouchView | Refusal> {
  const met = await whoIsMet(call, code.trim());
  const member = await memberById(call.db.read, call.merchantId, call.actor.id);
  if (!met || !member) return NOBODY;
  const touched = await call.write((tx) => touch(tx, call, member, met, kind));
  if (isRefusal(touched)) return touched;
  const { promoter, share } = met;
  return {
    promoter: { name: promoter.name, avatar: promoter.avatar },
    sku: share?.sku ?? null,
    campaign: share?.campaign ?? null,
    invite: share?.isInvite ?? false,
    words: share?.words ?? null,
  };
}

async function whoIsMet({ db, merchantId }: Call, code: string): Promise<Met | undefined> {
  const share = await shareByCode(db.read, merchantId, code);
  const [promoter] = share
    ? await promotersById(db.read, merchantId, [share.promoterId])
    : await promotersByCode(db.read, merchantId, [code]);
  const isKnown = promoter && promoter.status !== 'applicant' && promoter.status !== 'rejected';
  return isKnown ? { promoter, share } : undefined;
}

async function touch(
  tx: Tx,
  { merchantId, db, now }: Call,
  member: MemberRow,
  { promoter, share }: Met,
  kind: TouchKind,
): Promise<object> {
  const customerId = await customerOfMember(tx, member, now);
  const { compiled } = await currentBook(tx, merchantId, db);
  const isOwn = promoter.memberId === member.id || promoter.customerId === customerId;
  const input = {
    customerId,
    promoterId: promoter.id,
    kind,
    campaign: share?.campaign ?? null,
    shareCode: share?.code ?? null,
    isPromoterActive: !isOwn && isActive(promoter, now),
  };
  const { attribution } = inForce(compiled, now).settings.settings;
  await recordTouch(tx, merchantId, input, attribution, now);
  return {};
}

function isActive({ status, joinedAt }: PromoterRow, now: Instant): boolean {
  return status === 'active' && (joinedAt === null || joinedAt <= now);
}
