import { type CompiledBook, compileBook, explain, type Sale, type SaleFacts, type Trace } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { type Database, find } from '../../foundation/db';
import { bonusRunTable } from '../../modules/climbing';
import { currentBook } from '../../modules/plans';
import { changesOf, type PromoterRow, promotersById, standingAt } from '../../modules/promoters';
import { draftBook, type PlanDraft } from './draft-book';

/** A hypothetical order: what would be sold, and by whom (null: nobody). */
export interface TriedOrder {
  readonly sale: Sale;
  readonly promoter: PromoterRow | null;
  readonly buyerIsPromoter: boolean;
}

/** A hypothetical order as it was decided. */
export interface Tried {
  readonly trace: Trace;
  /** The book that decided it, with the drafts. */
  readonly compiled: CompiledBook;
  readonly facts: SaleFacts;
  /** The promoter's inviters at paid time, nearest first. */
  readonly inviters: readonly PromoterRow[];
}

/** The tree is at most so deep, and so many inviters at most may earn. */
const INVITERS = 10;

/** Decides a hypothetical order by the rule book, with drafts in place of what they change, and explains it. Nothing is kept. */
export async function tryOrder(
  db: Database,
  merchantId: string,
  tried: TriedOrder,
  drafts: readonly PlanDraft[],
): Promise<Tried> {
  const { book, compiled: present } = await currentBook(db.read, merchantId, db);
  const compiled = drafts.length === 0 ? present : compileBook(draftBook(book, drafts));
  const { facts, inviters } = await factsOf(db, merchantId, tried);
  return { trace: explain(compiled, tried.sale, facts), compiled, facts, inviters };
}

async function factsOf(
  db: Database,
  merchantId: string,
  { sale, promoter, buyerIsPromoter }: TriedOrder,
): Promise<Pick<Tried, 'facts' | 'inviters'>> {
  if (!promoter) return { facts: { by: 'none', promoter: null, buyerIsPromoter: false, chain: [] }, inviters: [] };
  const at = sale.paidAt;
  const { chain, inviters } = await chainOf(db, merchantId, promoter, at);
  const runs = await find(
    db.read,
    bonusRunTable,
    'merchant_id = ? AND promoter_id = ? AND from_at <= ? AND to_at > ?',
    [merchantId, promoter.id, at, at],
  );
  const standing = await standingThen(db, merchantId, promoter, at);
  const bonuses = runs.map(({ step, threshold, rate }) => ({ step, threshold, rate }));
  const { isActive, programme, group } = standing;
  const own = { id: promoter.id, isActive, programme, group, bonuses };
  return { facts: { by: 'order', promoter: own, buyerIsPromoter, chain }, inviters };
}

async function chainOf(
  db: Database,
  merchantId: string,
  promoter: PromoterRow,
  at: Instant,
): Promise<{ chain: { id: string; isActive: boolean }[]; inviters: PromoterRow[] }> {
  const chain: { id: string; isActive: boolean }[] = [];
  const inviters: PromoterRow[] = [];
  let next = (await standingThen(db, merchantId, promoter, at)).inviterId;
  while (next !== null && chain.length < INVITERS) {
    const [inviter] = await promotersById(db.read, merchantId, [next]);
    if (!inviter) break;
    const standing = await standingThen(db, merchantId, inviter, at);
    chain.push({ id: inviter.id, isActive: standing.isActive });
    inviters.push(inviter);
    next = standing.inviterId;
  }
  return { chain, inviters };
}

async function standingThen(db: Database, merchantId: string, promoter: PromoterRow, at: Instant) {
  const changes =
    at >= promoter.changedAt ? [] : ((await changesOf(db.read, merchantId, [promoter.id])).get(promoter.id) ?? []);
  return standingAt(promoter, changes, at);
}
