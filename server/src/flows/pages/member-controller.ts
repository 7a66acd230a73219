import { type In, type Out, routes } from '@fenrun/contracts';
import { invariant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { update } from '../../foundation/db';
import { type Call, Serves } from '../../foundation/http';
import { INSTALLATION, type Installation } from '../../installation';
import { type Reading, readingOf } from '../../modules/commission';
import { type MemberRow, memberById, nameMember } from '../../modules/identity';
import { countUnread, inboxOf, type MessageRow, readMark, readUpTo } from '../../modules/messaging';
import {
  agreementOwner,
  countPartners,
  maskPhone,
  type PromoterRow,
  partnersOf,
  promoterOfMember,
  promoterTable,
} from '../../modules/promoters';
import { applyAsPromoter, checkApplication } from '../apply-as-promoter';
import { memberPlan } from '../member-plan/member-plan';
import { onCall } from '../on-call';
import { TIMELINES, type Timelines } from '../timeline/advance';
import { askPhone, keepPhone } from '../verify-phone';
import { monthStart, shownAt } from './instant-words';
import { joinPage } from './join-page';
import { type MeView, memberMe } from './member-me';
import { messageText } from './message-words';
import { noBalance, ownBalance } from './own-balance';
import { recentOf } from './promoter-rows';

const route = routes.member;

/** What a member sees of himself, and how he becomes a promoter. */
@Controller('/')
export class MemberController {
  @Inject(INSTALLATION)
  private readonly installation: Installation;

  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Serves(route.me)
  me(_: In<typeof route.me>, call: Call): Promise<MeView> {
    return memberMe(call);
  }

  @Serves(route.plan)
  plan(_: In<typeof route.plan>, call: Call): Promise<Out<typeof route.plan> | Refusal> {
    return memberPlan(call);
  }

  @Serves(route.saveMe)
  async saveMe({ body }: In<typeof route.saveMe>, call: Call): Promise<MeView | Refusal> {
    const wrong = wrongAvatar(body.avatar);
    if (wrong) return wrong;
    const given = { name: body.name.trim(), ...(body.avatar === undefined ? {} : { avatar: body.avatar }) };
    const where = 'merchant_id = ? AND member_id = ?';
    const saved = await call.write(async (tx) => {
      await nameMember(tx, call.merchantId, call.actor.id, given);
      // Friends see the promoter by the name that he gives himself.
      return update(tx, promoterTable, given, where, [call.merchantId, call.actor.id]);
    });
    return isRefusal(saved) ? saved : memberMe(call);
  }

  @Serves(route.phone)
  async phone({ body }: In<typeof route.phone>, call: Call): Promise<Out<typeof route.phone> | Refusal> {
    const member = await this.verified(call, await ownRow(call), body.code);
    return isRefusal(member) ? member : { phone: maskPhone(member.phone as string) };
  }

  @Serves(route.join)
  join({ query }: In<typeof route.join>, call: Call): Promise<Out<typeof route.join>> {
    return joinPage(call, query.invitation ?? null);
  }

  @Serves(route.apply)
  async apply({ body }: In<typeof route.apply>, call: Call): Promise<MeView | Refusal> {
    const wrong = wrongAvatar(body.avatar);
    if (wrong) return wrong;
    const owner = await agreementOwner(call);
    const { name, consents, invitation = null, words = null, avatar = null, phoneCode } = body;
    const ask = { name, consents, invitation, words, avatar };
    const member = await ownRow(call);
    const settings = (await readingOf(call)).settingsAt(call.now);
    const checked = await checkApplication(call.db.read, owner, { ...ask, member }, settings);
    if (isRefusal(checked)) return checked;
    if (member.phone === null && !phoneCode) return refuse('phone-required');
    const verified = member.phone === null && phoneCode ? await this.verified(call, member, phoneCode) : member;
    if (isRefusal(verified)) return verified;
    const applied = await onCall(this.lines, call, (tx, hand, now) =>
      applyAsPromoter(tx, hand, owner, { ...ask, member: verified }, now),
    );
    return isRefusal(applied) ? applied : memberMe(call);
  }

  @Serves(route.balance)
  async balance(_: In<typeof route.balance>, call: Call): Promise<Out<typeof route.balance>> {
    const reading = await readingOf(call);
    const promoter = await promoterOfMember(call.db.read, call.merchantId, call.actor.id);
    return promoter ? ownBalance(call.db.read, reading, promoter) : noBalance(reading);
  }

  @Serves(route.partners)
  async partners({ query }: In<typeof route.partners>, call: Call): Promise<Out<typeof route.partners>> {
    const { merchantId } = call;
    const { read } = call.db;
    const promoter = await promoterOfMember(read, merchantId, call.actor.id);
    if (!promoter) return { data: [], nextCursor: null, total: 0 };
    const rows = await partnersOf(read, merchantId, promoter.id, query.cursor ?? null, query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const reading = await readingOf(call);
    const since = monthStart(call.now, reading.zone);
    const recent = await recentOf(
      read,
      merchantId,
      shown.map(({ id }) => id),
      since,
    );
    const total = (await countPartners(read, merchantId, [promoter.id])).get(promoter.id) ?? 0;
    const data = shown.map((row) => partnerView(row, reading, recent.get(row.id)?.orders ?? 0));
    return { data, nextCursor: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null, total };
  }

  @Serves(route.messages)
  async messages({ query }: In<typeof route.messages>, call: Call): Promise<Out<typeof route.messages>> {
    const { merchantId, actor } = call;
    const { read } = call.db;
    const [rows, mark, unread, reading] = await Promise.all([
      inboxOf(read, merchantId, actor.id, query.cursor ?? null, query.limit + 1),
      readMark(read, merchantId, actor.id),
      countUnread(read, merchantId, actor.id),
      readingOf(call),
    ]);
    const shown = rows.slice(0, query.limit);
    const nextCursor = rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null;
    return { data: shown.map((row) => messageView(row, mark, reading)), nextCursor, unread };
  }

  @Serves(route.readMessages)
  async readMessages(
    { body }: In<typeof route.readMessages>,
    call: Call,
  ): Promise<Out<typeof route.readMessages> | Refusal> {
    const { merchantId, actor } = call;
    const done = await call.write(async (tx) => {
      await readUpTo(tx, merchantId, actor.id, body.upTo);
      return true;
    });
    return isRefusal(done) ? done : { unread: await countUnread(call.db.read, merchantId, actor.id) };
  }

  /** Asks WeChat for the phone and keeps it. Staff are told, because the member may have become a known promoter by it. */
  private async verified(call: Call, member: MemberRow, code: string): Promise<MemberRow | Refusal> {
    const phone = await askPhone(this.installation.wechat, call.merchantId, code);
    if (isRefusal(phone)) return phone;
    return call.write((tx) => keepPhone(tx, member, phone, call.now));
  }
}

async function ownRow({ db, merchantId, actor }: Call): Promise<MemberRow> {
  const member = await memberById(db.read, merchantId, actor.id);
  invariant(member, 'who is signed in is known');
  return member;
}

/** Pictures are ours or come over https; anything else would run or leak where it is shown. */
function wrongAvatar(avatar: string | null | undefined): Refusal<'invalid-request'> | null {
  if (avatar === null || avatar === undefined || /^(https:\/\/|\/(?!\/))[^\s"'<>\\]+$/.test(avatar)) return null;
  return refuse('invalid-request', undefined, [{ pointer: '/avatar', code: 'invalid' }]);
}

function partnerView(row: PromoterRow, { names }: Reading, orders: number): Out<typeof route.partners>['data'][number] {
  return {
    name: row.name,
    avatar: row.avatar,
    joinedAt: shownAt(row.joinedAt ?? row.createdAt),
    programmeName: names.programme(row.programme),
    ordersThisMonth: orders,
  };
}

type Message = Out<typeof route.messages>['data'][number];

function messageView(row: MessageRow, mark: string, { names, currency, lang }: Reading): Message {
  const link = row.linkKind !== null && row.linkId !== null ? { kind: row.linkKind, id: row.linkId } : null;
  return {
    id: row.id,
    at: shownAt(row.at) as string,
    kind: row.kind as Message['kind'],
    ...messageText(row, names, currency, lang),
    read: row.id <= mark,
    link: link as Message['link'],
  };
}
