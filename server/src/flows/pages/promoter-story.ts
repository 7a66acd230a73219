import type { Out } from '@fenrun/contracts';
import { formatInstant, type Instant, minor } from '@fenrun/kernel';
import { find } from '../../foundation/db';
import type { Call } from '../../foundation/http';
import { commissionTable, type Reading, readingOf } from '../../modules/commission';
import { actorNames } from '../../modules/identity';
import { payoutTable } from '../../modules/payout';
import {
  type ApplicationRow,
  applicationsOf,
  changesOf,
  type PromoterChangeRow,
  type PromoterNoteRow,
  type PromoterRow,
  type PromoterStatus,
  promoterNoteTable,
  promotersById,
} from '../../modules/promoters';
import { moneyText } from '../shop-words';
import { cursorOf, type Place, pageOf } from './page-cursor';
import { sentenceOf, storyText } from './story-words';

export type StoryEntry = Out<'promoters.addNote'>;
type Told = Omit<StoryEntry, 'at' | 'by'> & { readonly at: Instant; readonly by: string | null };

/** What happened with a promoter, newest first: his standing, notes, payouts, and what waits for a person. */
export async function promoterStory(
  call: Call,
  promoter: PromoterRow,
  before: Place | null,
  limit: number,
): Promise<Out<'promoters.story'>> {
  const reading = await readingOf(call);
  const { read } = call.db;
  const [changes, applications] = await Promise.all([
    changesOf(read, call.merchantId, [promoter.id]),
    applicationsOf(read, call.merchantId, promoter.id),
  ]);
  const standing = changes.get(promoter.id) ?? [];
  const people = await namesOfPeople(call, standing, applications, promoter);
  const told = [
    ...standingEntries(standing, reading, people),
    ...beginnings(promoter, applications, people, reading),
    ...(await noteEntries(call, promoter, before, limit)),
    ...(await payoutEntries(call, promoter, before, limit)),
    ...(await reviewEntries(call, promoter, before)),
  ];
  const rows = told
    .filter(({ at, id }) => before === null || at < before.at || (at === before.at && id < before.id))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, limit + 1);
  const names = await actorNames(
    read,
    call.merchantId,
    rows.map(({ by }) => by),
  );
  return pageOf(rows, limit, cursorOf, (row) => entryView(row, names));
}

function entryView(entry: Told, names: ReadonlyMap<string, string>): StoryEntry {
  const by = entry.by === null ? null : (names.get(entry.by) ?? entry.by);
  return { ...entry, at: formatInstant(entry.at), by };
}

/** The names of inviters that the story speaks of. */
async function namesOfPeople(
  { db, merchantId }: Call,
  changes: readonly PromoterChangeRow[],
  applications: readonly ApplicationRow[],
  { inviterId }: PromoterRow,
): Promise<ReadonlyMap<string, string>> {
  const moved = changes.filter(({ aspect }) => aspect === 'inviter').map(({ value }) => value);
  const ids = new Set([...moved, ...applications.map((row) => row.inviterId), inviterId].filter((id) => id !== null));
  return new Map((await promotersById(db.read, merchantId, [...ids])).map(({ id, name }) => [id, name]));
}

/** Every change of standing but the values that he began with. */
function standingEntries(
  changes: readonly PromoterChangeRow[],
  reading: Reading,
  people: ReadonlyMap<string, string>,
): Told[] {
  const last = new Map<string, string | null>();
  const told: Told[] = [];
  for (const change of changes) {
    const before = last.get(change.aspect) ?? null;
    last.set(change.aspect, change.value);
    if (change.cause === 'start' || change.cause === 'applied') continue;
    told.push({ ...changeEntry(change, before, reading, people), id: change.id, at: change.fromAt, by: change.madeBy });
  }
  return told;
}

function changeEntry(
  { aspect, cause, value, reason }: PromoterChangeRow,
  before: string | null,
  { names, lang }: Reading,
  people: ReadonlyMap<string, string>,
): Pick<Told, 'kind' | 'text' | 'link'> {
  if (aspect === 'status') return statusEntry(cause, value, before, reason, lang);
  if (aspect === 'inviter') {
    const to = value === null ? undefined : (people.get(value) ?? value);
    return {
      kind: 'inviter',
      text: storyText(to ? 'inviter' : 'inviter-none', { ...(to ? { to } : {}), reason }, lang),
      link: null,
    };
  }
  const standard = storyText('default-group', {}, lang);
  const named = (code: string | null) =>
    aspect === 'group' ? (names.group(code) ?? standard) : code === null ? '' : names.programme(code);
  const facts = { from: named(before), to: named(value), reason };
  return { kind: aspect, text: storyText(sentenceOf(aspect, cause), facts, lang), link: null };
}

const STATUS_KIND = {
  active: 'reinstated',
  suspended: 'suspended',
  banned: 'suspended',
  rejected: 'rejected',
  applicant: 'applied',
} as const satisfies Record<PromoterStatus, StoryEntry['kind']>;

function statusEntry(
  cause: string,
  value: string | null,
  before: string | null,
  reason: string | null,
  lang: Reading['lang'],
): Pick<Told, 'kind' | 'text' | 'link'> {
  const isAdmitted = cause === 'approved' || (value === 'active' && before === 'applicant');
  const kind = isAdmitted ? 'approved' : STATUS_KIND[value as PromoterStatus];
  return { kind, text: storyText(value === 'banned' ? 'banned' : kind, { reason }, lang), link: null };
}

/** How he came: by applications, or over from another list. */
function beginnings(
  promoter: PromoterRow,
  applications: readonly ApplicationRow[],
  people: ReadonlyMap<string, string>,
  { lang }: Reading,
): Told[] {
  const inviterName = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  const applied = applications.map(({ id, appliedAt, inviterId }): Told => {
    const text = storyText('applied', { inviter: inviterName(inviterId) }, lang);
    return { id, at: appliedAt, kind: 'applied', text, by: null, link: null };
  });
  if (applied.length > 0 || promoter.status === 'applicant' || promoter.status === 'rejected') return applied;
  const text = storyText('joined', { inviter: inviterName(promoter.inviterId) }, lang);
  return [{ id: promoter.id, at: promoter.joinedAt ?? promoter.createdAt, kind: 'joined', text, by: null, link: null }];
}

/** The newest rows of a source before a place; what is beyond the page is read by the next one. */
function untilPlace(column: string, before: Place | null): { where: string; params: number[] } {
  return before === null ? { where: '', params: [] } : { where: ` AND ${column} <= ?`, params: [before.at] };
}

async function noteEntries(
  { db, merchantId }: Call,
  { id }: PromoterRow,
  before: Place | null,
  limit: number,
): Promise<Told[]> {
  const { where, params } = untilPlace('at', before);
  const tail = `ORDER BY at DESC, id DESC LIMIT ${limit + 2}`;
  const rows = await find(
    db.read,
    promoterNoteTable,
    `merchant_id = ? AND promoter_id = ?${where}`,
    [merchantId, id, ...params],
    tail,
  );
  return rows.map(noteEntry);
}

function noteEntry({ id, at, text, writtenBy }: PromoterNoteRow): Told {
  return { id, at, kind: 'note', text, by: writtenBy, link: null };
}

/** A note as the answer to having written it. */
export function noteView(note: PromoterNoteRow): StoryEntry {
  return entryView(noteEntry(note), new Map());
}

async function payoutEntries(
  { db, merchantId, merchant, lang }: Call,
  { id }: PromoterRow,
  before: Place | null,
  limit: number,
): Promise<Told[]> {
  const { where, params } = untilPlace('requested_at', before);
  const tail = `ORDER BY requested_at DESC, id DESC LIMIT ${limit + 2}`;
  const rows = await find(
    db.read,
    payoutTable,
    `merchant_id = ? AND promoter_id = ?${where}`,
    [merchantId, id, ...params],
    tail,
  );
  return rows.map((row): Told => {
    const facts = { amount: moneyText(minor(row.amount), merchant.currency), status: row.status };
    const link = { kind: 'payout' as const, id: row.id };
    return { id: row.id, at: row.requestedAt, kind: 'payout', text: storyText('payout', facts, lang), by: null, link };
  });
}

/** What waits for a person, as one entry: where everything is reviewed, one for each would bury the rest. */
async function reviewEntries(
  { db, merchantId, merchant, lang }: Call,
  { id }: PromoterRow,
  before: Place | null,
): Promise<Told[]> {
  const sql = `SELECT COUNT(*) AS n, SUM(net) AS net, MAX(matured_at) AS at FROM commission
    WHERE merchant_id = ? AND payee_id = ? AND status = 'in_review'`;
  const [sum] = await db.read.rows<Record<'n' | 'net' | 'at', number | string | null>>(sql, [merchantId, id]);
  const at = Number(sum?.at ?? 0);
  if (Number(sum?.n ?? 0) === 0 || (before !== null && at > before.at)) return [];
  const where = "merchant_id = ? AND payee_id = ? AND status = 'in_review' AND matured_at = ?";
  const [last] = await find(db.read, commissionTable, where, [merchantId, id, at], 'ORDER BY id DESC LIMIT 1');
  if (!last) return [];
  const amount = moneyText(minor(Number(sum?.net ?? 0)), merchant.currency);
  const count = Number(sum?.n);
  const text = storyText(count === 1 ? 'review' : 'reviews', { amount, count: String(count) }, lang);
  return [{ id: last.id, at, kind: 'review', text, by: null, link: { kind: 'commission', id: last.id } }];
}
