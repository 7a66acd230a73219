import { type CompiledBook, compileBook, presentBook, type RuleBook } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { type Database, findAmong, type Reader, type Tx } from '../../foundation/db';
import { commissionLineTable, commissionTable, settlementTable } from '../../modules/commission';
import { currentBook } from '../../modules/plans';
import { saleLineTable, saleTable } from '../../modules/sales';
import type { Hand } from '../timeline/hand';
import { loadCounters } from '../timeline/load-promoters';
import { groupBy, loadSettledSales } from '../timeline/load-sales';
import { applyAgain, type RecalculationNote } from './apply-again';
import { type DecidedSale, decideAgain } from './decide-again';
import { addOutcomes, NO_OUTCOME, type Outcome, outcomeOf } from './outcome';

/** Sales decided again in one transaction, and looked at in one read. */
export const SLICE = 200;

/** The present books by the book that they were made of. */
const made = new WeakMap<RuleBook, Map<number, CompiledBook>>();

/** The rule book of that number, as if it had always stood so. */
function presentOf(book: RuleBook, version: number): CompiledBook {
  const known = made.get(book) ?? new Map<number, CompiledBook>();
  made.set(book, known);
  const compiled = known.get(version) ?? compileBook(presentBook(book, version));
  known.set(version, compiled);
  return compiled;
}

/** What deciding these sales by the present rule book would change; nothing is posted. Answers the book's number with it. */
export async function previewRecalculation(
  db: Database,
  merchantId: string,
  saleIds: readonly string[],
): Promise<{ outcome: Outcome; bookVersion: number }> {
  const { book } = await currentBook(db.read, merchantId, db);
  const present = presentOf(book, book.version);
  let outcome = NO_OUTCOME;
  for (let at = 0; at < saleIds.length; at += SLICE) {
    const sales = await readDecided(db.read, merchantId, saleIds.slice(at, at + SLICE));
    outcome = addOutcomes([outcome, ...sales.map((sale) => outcomeOf(sale, decideAgain(present, sale)))]);
  }
  return { outcome, bookVersion: book.version };
}

/** Decides a slice of sales again by the rule book that was previewed, and posts the differences. Doing it again changes nothing. */
export async function recalculateSlice(
  tx: Tx,
  hand: Hand,
  saleIds: readonly string[],
  note: RecalculationNote,
  now: Instant,
): Promise<Outcome> {
  await loadSettledSales(tx, hand, saleIds);
  await loadCounters(tx, hand, now);
  const present = presentOf(hand.book, note.bookVersion);
  const outcomes: Outcome[] = [];
  for (const id of saleIds) {
    const sale = hand.sales.get(id);
    if (!sale?.settlement) continue;
    const decided = { ...sale, settlement: sale.settlement };
    const again = decideAgain(present, decided);
    outcomes.push(outcomeOf(decided, again));
    applyAgain(hand, sale, again, note, now);
  }
  return addOutcomes(outcomes);
}

async function readDecided(db: Reader, merchantId: string, ids: readonly string[]): Promise<DecidedSale[]> {
  const where = 'merchant_id = ?';
  const params = [merchantId];
  const rows = await findAmong(db, saleTable, where, params, 'id', ids);
  const lines = groupBy(await findAmong(db, saleLineTable, where, params, 'saleId', ids), (line) => line.saleId);
  const settlements = await findAmong(db, settlementTable, where, params, 'saleId', ids);
  const settlementOf = new Map(settlements.map((row) => [row.saleId, row]));
  const commissions = await findAmong(db, commissionTable, where, params, 'saleId', ids);
  const keys = commissions.map(({ id }) => id);
  const parts = await findAmong(db, commissionLineTable, where, params, 'commissionId', keys);
  const partsOf = groupBy(parts, (part) => part.commissionId);
  const commissionsOf = groupBy(commissions, (row) => row.saleId);
  const inOrder = <T extends { lineNo: number }>(list: readonly T[] = []) =>
    [...list].sort((a, b) => a.lineNo - b.lineNo);
  return rows.flatMap((row): DecidedSale[] => {
    const settlement = settlementOf.get(row.id);
    if (!settlement) return [];
    const own = (commissionsOf.get(row.id) ?? []).map((one) => ({ row: one, lines: inOrder(partsOf.get(one.id)) }));
    return [{ row, lines: inOrder(lines.get(row.id)), settlement, commissions: own }];
  });
}
