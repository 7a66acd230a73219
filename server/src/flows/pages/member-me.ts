import type { Out } from '@fenrun/contracts';
import { inForce } from '@fenrun/engine';
import { formatInstant, invariant } from '@fenrun/kernel';
import { find } from '../../foundation/db';
import type { Call } from '../../foundation/http';
import { funnelOf } from '../../modules/attribution';
import { type Reading, readingOf } from '../../modules/commission';
import { type MemberRow, memberById, merchantById } from '../../modules/identity';
import { countUnread } from '../../modules/messaging';
import {
  type ApplicationRow,
  countPartners,
  latestApplication,
  maskPhone,
  type PromoterRow,
  promoterOfMember,
  promotersById,
  promoterTable,
} from '../../modules/promoters';
import { recommendedBy } from '../recommended-by';
import { monthStart, shownAt } from './instant-words';
import { memberLadder } from './member-ladder';
import { programmeRate } from './programme-rate';
import { zoneOffsets } from './zone-offsets';

export type MeView = Out<'member.me'>;

/** Faces of partners that are shown beside their number. */
const FACES = 3;

/** Who is signed in: as a customer, and as a promoter if one. */
export async function memberMe(call: Call): Promise<MeView> {
  const { merchantId, db } = call;
  const [reading, merchant, member, promoter, unread, recommender] = await Promise.all([
    readingOf(call),
    merchantById(db.read, merchantId),
    memberById(db.read, merchantId, call.actor.id),
    promoterOfMember(db.read, merchantId, call.actor.id),
    countUnread(db.read, merchantId, call.actor.id),
    recommendedBy({ db, merchant: call.merchant, memberId: call.actor.id, now: call.now }, null),
  ]);
  invariant(merchant && member, 'who is signed in is known');
  const application = promoter ? await latestApplication(db.read, merchantId, promoter.id) : undefined;
  const isIn = promoter && promoter.status !== 'applicant' && promoter.status !== 'rejected';
  const { slug, name, logo, currency, timezone, region, contact } = merchant;
  const offsets = zoneOffsets(reading.zone, call.now);
  const { hold } = reading.settingsAt(call.now);
  return {
    merchant: { slug, name, logo, currency, timezone, offsets, region, contact, holdDays: hold.days },
    now: formatInstant(call.now),
    member: memberView(member),
    application: applicationView(promoter, application, call),
    promoter: isIn ? await promoterView(call, reading, promoter) : null,
    recommendedBy: recommender,
    unread,
  };
}

function memberView({ id, name, avatar, phone }: MemberRow): MeView['member'] {
  return { id, name, avatar, phone: phone === null ? null : maskPhone(phone) };
}

const NEXT = {
  none: { zh: '一分钟加入，免费，不用先买东西。', en: 'Joining takes a minute, is free, and needs no purchase.' },
  waiting: {
    zh: '商户通常一天内有结果，通过后会马上告诉你。',
    en: 'The shop usually decides within a day; you will be told at once.',
  },
  rejected: { zh: '可以补充说明后再申请一次。', en: 'You may add a word and apply again.' },
  admitted: {
    zh: '挑一件自己喜欢的，发给用得上的朋友。',
    en: 'Pick something you like and send it to a friend who could use it.',
  },
} as const;

function applicationView(
  promoter: PromoterRow | undefined,
  application: ApplicationRow | undefined,
  { lang }: Call,
): MeView['application'] {
  const status = !promoter ? 'none' : STATE[promoter.status];
  const appliedAt = application?.appliedAt ?? (promoter && status !== 'admitted' ? promoter.createdAt : null);
  const reason = status === 'rejected' ? (application?.reason ?? null) : null;
  return { status, appliedAt: shownAt(appliedAt), reason, next: NEXT[status][lang] };
}

const STATE = {
  applicant: 'waiting',
  rejected: 'rejected',
  active: 'admitted',
  suspended: 'admitted',
  banned: 'admitted',
} as const satisfies Record<PromoterRow['status'], MeView['application']['status']>;

async function promoterView(
  { db, merchantId }: Call,
  reading: Reading,
  promoter: PromoterRow,
): Promise<NonNullable<MeView['promoter']>> {
  const { zone, now, names } = reading;
  const { read } = db;
  const from = zone.dayAt(monthStart(now, zone));
  const faces = find(
    read,
    promoterTable,
    "merchant_id = ? AND inviter_id = ? AND avatar IS NOT NULL AND status NOT IN ('applicant', 'rejected')",
    [merchantId, promoter.id],
    `ORDER BY id LIMIT ${FACES}`,
  );
  const [month, partners, shown, inviters, ladder] = await Promise.all([
    funnelOf(read, merchantId, promoter.id, from, zone.dayAt(now)),
    countPartners(read, merchantId, [promoter.id]),
    faces,
    promotersById(read, merchantId, promoter.inviterId === null ? [] : [promoter.inviterId]),
    memberLadder(read, reading, promoter),
  ]);
  const { shares, opens, orders, refunds } = month;
  return {
    code: promoter.code,
    name: promoter.name,
    status: promoter.status,
    joinedAt: shownAt(promoter.joinedAt ?? promoter.createdAt),
    programmeName: names.programme(promoter.programme),
    rate: programmeRate(inForce(reading.compiled, now).programmes.get(promoter.programme)?.programme, reading),
    inviterName: inviters[0]?.name ?? null,
    ladder,
    month: { shares, opens, orders, refunds },
    partners: {
      count: partners.get(promoter.id) ?? 0,
      avatars: shown.flatMap(({ avatar }) => (avatar === null ? [] : [avatar])),
    },
  };
}
