import { compileBook, presentBook } from '@fenrun/engine';
import type { WholeCommission } from '../queries/gather-commissions';
import type { CommissionRow } from '../store/commission.row';
import type { Reading } from './reading';

/** A commission as it is explained, and the book that explains it. */
export interface Told {
  readonly whole: WholeCommission;
  readonly reading: Reading;
}

/** Its page asks several times. */
const told = new WeakMap<CommissionRow, Told>();

/**
 * A commission is explained by the book that decided its sale; but one that the sale did not have, because only a recalculation made it,
 * by the book of that recalculation and with its amounts.
 */
export function toldCommission(whole: WholeCommission, reading: Reading): Told {
  const { row, settlement, parts } = whole;
  const { recalculation } = settlement;
  if (row.amount > 0 || !recalculation) return { whole, reading };
  const known = told.get(row);
  if (known) return known;
  const book = presentBook(reading.book, recalculation.bookVersion);
  const facts = { ...settlement.facts, bookVersion: book.version };
  const made: Told = {
    whole: {
      ...whole,
      settlement: { ...settlement, facts },
      parts: parts.map((part) => ({ ...part, amount: part.recalculated ?? part.amount })),
    },
    reading: { ...reading, book, compiled: compileBook(book) },
  };
  told.set(row, made);
  return made;
}
