import { compileBook, explain, type Sale, type SaleFacts, type Trace } from '@fenrun/engine';
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

/** The tree is at most so deep, and so many inviters at most may earn. */
const INVITERS = 10;

/** Decides a hypothetical order by the rule book, with drafts in place of what they change, and explains it. Nothing is kept. */
export async function tryOrder(
  db: Database,
  merchantId: string,
  tried: TriedOrder,
  drafts: readonly PlanDraft[],
): Promise<Trace> {
  const { book, compiled } = await currentBook(db.read, merchantId, db);
  const used = drafts.length === 0 ? compiled : compileBook(draftBook(book, drafts));
  return explain(used, tried.sale, await factsOf(db, merchantId, tried));
}

async function factsOf(
  db: Database,
  merchantId: string,
  { sale, promoter, buyerIsPromoter }: TriedOrder,
): Promise<SaleFacts> {
  if (!promoter) return { by: 'none', promoter: null, buyerIsPromoter: false, chain: [] };
  const at = sale.paidAt;
  const chain = await chainOf(db, merchantId, promoter, at);
  const runs = await find(
    db.read,
    bonusRunTable,
    'merchant_id = ? AND promoter_id = ? AND from_at <= ? AND to_at > ?',
    [merchantId, promoter.id, at, at],
  );
  const standing = await standingThen(db, merchantId, promoter, at);
  const bonuses = runs.map(({ step, threshold, rate }) => ({ step, threshold, rate }));
  const { isActive, programme, group } = standing;
  return { by: 'order', promoter: { id: promoter.id, isActive, programme, group, bonuses }, buyerIsPromoter, chain };
}

async function chainOf(
  db: Database,
  merchantId: string,
  promoter: PromoterRow,
  at: Instant,
): Promise<{ id: string; isActive: boolean }[]> {
  const chain: { id: string; isActive: boolean }[] = [];
  let next = (await standingThen(db, merchantId, promoter, at)).inviterId;
  while (next !== null && chain.length < INVITERS) {
    const [inviter] = await promotersById(db.read, merchantId, [next]);
    if (!inviter) break;
    const standing = await standingThen(db, merchantId, inviter, at);
    chain.push({ id: inviter.id, isActive: standing.isActive });
    next = standing.inviterId;
  }
  return chain;
}

async function standingThen(db: Database, merchantId: string, promoter: PromoterRow, at: Instant) {
  const changes =
    at >= promoter.changedAt ? [] : ((await changesOf(db.read, merchantId, [promoter.id])).get(promoter.id) ?? []);
  return standingAt(promoter, changes, at);
}
