import type { Instant } from '@fenrun/kernel';
import { findAmong, type Tx } from '../../foundation/db';
import type { CommissionRow } from '../../modules/commission';
import { type MessageFacts, type NewMessage, putMessages } from '../../modules/messaging';
import { type PayoutRow, payoutTable } from '../../modules/payout';
import { promotersById } from '../../modules/promoters';
import type { Hand, TimelineFact } from './hand';

/** Topics about commissions that a promoter is told of; those of one batch become one message each. */
const COMMISSION_TOPICS = new Set(['commission-approved', 'commission-reversed', 'commission-adjusted']);

const PAYOUT_TOPICS = new Set([
  'payout-paid',
  'payout-waiting_user',
  'payout-rejected',
  'payout-failed',
  'payout-expired',
  'payout-cancelled',
]);

/** A promoter's standing that he is told of, by the cause of the change. */
const STATUS_TOPICS: Readonly<Record<string, string>> = {
  approved: 'application-approved',
  rejected: 'application-rejected',
  suspended: 'standing-suspended',
  reinstated: 'standing-reinstated',
};

/** An adjustment that a person made by deciding sales again, with his reason. */
const RECALCULATED = 'commission-recalculated';

/** Who bought is told apart: a stranger, somebody whom a partner brought, or the promoter himself. */
const EARNED = {
  direct: 'commission-earned',
  network: 'commission-earned-network',
  self: 'commission-earned-self',
  bonus: 'commission-earned-bonus',
} as const satisfies Record<CommissionRow['kind'], string>;

interface Draft extends Omit<NewMessage, 'readerId'> {
  readonly promoterId: string;
}

/**
 * Writes messages to the promoters whom a batch concerns, in its own transaction, so that each is told exactly once. Only those who sign
 * in are told: an import of a year costs nothing here.
 */
export async function tellMembers(tx: Tx, hand: Hand): Promise<void> {
  const drafts = [...ofCommissions(hand), ...ofStanding(hand), ...(await ofPayouts(tx, hand))];
  if (drafts.length === 0) return;
  const ids = [...new Set(drafts.map(({ promoterId }) => promoterId))];
  const unknown = ids.filter((id) => !hand.promoters.has(id));
  const rows = [...hand.promoters.values()]
    .map(({ row }) => row)
    .concat(await promotersById(tx, hand.merchantId, unknown));
  const members = new Map(rows.map(({ id, memberId }) => [id, memberId]));
  const messages = drafts.flatMap(({ promoterId, ...message }) => {
    const readerId = members.get(promoterId);
    return readerId ? [{ ...message, readerId }] : [];
  });
  await putMessages(tx, hand.merchantId, messages, hand.present);
}

interface Told {
  count: number;
  sum: number;
  at: Instant;
  readonly first: CommissionRow;
  readonly reason: string | null;
}

/** One message a promoter and topic: a clerk who approves a hundred at once sends one word. A rejection has its own reason, so it stands alone. */
function ofCommissions(hand: Hand): Draft[] {
  const commissions = new Map<string, CommissionRow>();
  for (const { commissions: list } of hand.sales.values()) for (const { row } of list) commissions.set(row.id, row);
  const told = new Map<string, Told>();
  const drafts: Draft[] = [];
  for (const fact of factsOfCommissions(hand)) {
    const row = commissions.get(fact.subjectId);
    if (!row) continue;
    if (fact.topic === 'commission-rejected') {
      drafts.push(commissionDraft(fact.topic, { count: 1, sum: row.net, at: fact.at, first: row, reason: row.reason }));
      continue;
    }
    const topic = fact.reason === undefined ? fact.topic : RECALCULATED;
    const key = `${topic}/${row.payeeId}`;
    const known = told.get(key);
    if (!known) told.set(key, { count: 1, sum: row.net, at: fact.at, first: row, reason: fact.reason ?? null });
    else Object.assign(known, { count: known.count + 1, sum: known.sum + row.net, at: fact.at });
  }
  for (const [key, one] of told) drafts.push(commissionDraft(key.slice(0, key.indexOf('/')), one));
  return drafts;
}

/** The facts about commissions, with every new one that waits as `commission-earned`; one that came by a recalculation is told as such. */
function factsOfCommissions({ written }: Hand): Pick<TimelineFact, 'topic' | 'subjectId' | 'at' | 'reason'>[] {
  const recalculated = new Set(
    written.facts.flatMap(({ reason, subjectId }) => (reason === undefined ? [] : [subjectId])),
  );
  const earned = [...written.commissions]
    .filter(({ isNew, row }) => isNew && row.net > 0 && !recalculated.has(row.id))
    .map(({ row }) => ({ topic: EARNED[row.kind], subjectId: row.id, at: row.createdAt }));
  const decided = written.facts.filter(({ topic }) => COMMISSION_TOPICS.has(topic) || topic === 'commission-rejected');
  return [...earned, ...decided];
}

function commissionDraft(topic: string, { count, sum, at, first, reason }: Told): Draft {
  const facts: MessageFacts = { count, amount: sum, reason };
  const link = count === 1 ? { linkKind: 'commission', linkId: first.id } : { linkKind: null, linkId: null };
  return { promoterId: first.payeeId, at, kind: 'commission', topic, facts, ...link };
}

function ofStanding({ written }: Hand): Draft[] {
  return written.changes.flatMap(({ promoterId, aspect, cause, value, reason, fromAt: at }): Draft[] => {
    const link = { linkKind: null, linkId: null };
    if (aspect === 'programme' && cause !== 'start')
      return [{ promoterId, at, kind: 'level', topic: `programme-${cause}`, facts: { programme: value }, ...link }];
    const topic = aspect === 'status' ? STATUS_TOPICS[cause] : undefined;
    if (!topic) return [];
    return [
      { promoterId, at, kind: 'application', topic, facts: { reason }, linkKind: 'application', linkId: promoterId },
    ];
  });
}

async function ofPayouts(tx: Tx, { merchantId, written }: Hand): Promise<Draft[]> {
  const facts = written.facts.filter(({ topic }) => PAYOUT_TOPICS.has(topic));
  if (facts.length === 0) return [];
  const ids = [...new Set(facts.map(({ subjectId }) => subjectId))];
  const rows = new Map<string, PayoutRow>();
  for (const row of await findAmong(tx, payoutTable, 'merchant_id = ?', [merchantId], 'id', ids)) rows.set(row.id, row);
  return facts.flatMap(({ topic, subjectId, at }) => {
    const row = rows.get(subjectId);
    if (!row) return [];
    const transfer = row.amount - row.tax - row.fee;
    const told = { amount: row.amount, transfer, reason: row.reason };
    return [{ promoterId: row.promoterId, at, kind: 'payout', topic, facts: told, linkKind: 'payout', linkId: row.id }];
  });
}
