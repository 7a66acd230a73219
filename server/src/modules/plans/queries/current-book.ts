import { type CompiledBook, compileBook, type RuleBook } from '@fenrun/engine';
import { invariant, type Zone } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';
import { loadBook } from './load-book';

/** A merchant's rule book as the transaction sees it, compiled. */
export interface InForceBook {
  readonly book: RuleBook;
  readonly compiled: CompiledBook;
  readonly zone: Zone;
}

/** Compiled books kept in memory; the least recently used one is dropped first. */
const KEPT = 500;

const kept = new Map<string, InForceBook & { readonly origin: object }>();

/**
 * The rule book, from memory when its version row still says the same number, so that a batch costs one read.
 * `origin` tells databases of one process apart.
 */
export async function currentBook(db: Reader, merchantId: string, origin: object): Promise<InForceBook> {
  const rows = await db.rows<{ version: number }>('SELECT version FROM plan_book WHERE merchant_id = ?', [merchantId]);
  invariant(rows[0], `merchant ${merchantId} has no rule book`);
  const known = kept.get(merchantId);
  if (known && known.origin === origin && known.book.version === Number(rows[0].version)) return known;
  const { book, zone } = await loadBook(db, merchantId);
  const fresh = { book, compiled: compileBook(book), zone, origin };
  kept.delete(merchantId);
  kept.set(merchantId, fresh);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
  return fresh;
}
