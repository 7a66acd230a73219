import { type CompiledBook, compileBook, decide, presentBook, type RuleBook } from '@fenrun/engine';
import type { Database } from '../../foundation/db';
import { currentBook } from '../../modules/plans';
import { type BackTest, BackTestSums } from './back-test-sums';
import { draftBook, type PlanDraft } from './draft-book';
import { countPastSales, readPastSales, type Window } from './past-sales';
import { recallDecided } from './recall';

/** Sales read and decided at once: few enough that requests are answered between two pages, and that memory does not grow. */
const PAGE = 100;

/** Told after every page. Whoever throws here ends the test. */
export type Progress = (done: number, of: number) => void | Promise<void>;

/**
 * Replays the sales paid in `[from, to)` with a draft of the rule book: who brought them and how he stood stays as it was. It reads
 * a snapshot, page by page, lets others work between two pages, and touches nothing.
 */
export async function backTest(
  db: Database,
  merchantId: string,
  drafts: readonly PlanDraft[],
  window: Window,
  tell: Progress = () => undefined,
): Promise<BackTest> {
  const { book, zone } = await currentBook(db.read, merchantId, db);
  const bookOf = draftedBooks(book, drafts);
  const sums = new BackTestSums();
  const snapshot = await db.snapshot();
  try {
    const of = await countPastSales(snapshot, merchantId, window);
    let place = { paidAt: window.from, id: '' };
    for (;;) {
      const page = await readPastSales(snapshot, merchantId, place, window.to, PAGE);
      for (const sale of page) {
        const decision = decide(bookOf(sale.recalculatedBy), recallDecided(sale, sale.lines, sale.facts), sale.facts);
        sums.add(sale, zone.dayAt(sale.paidAt), decision);
      }
      const last = page.at(-1);
      if (!last) return sums;
      place = last;
      await tell(sums.sales, of);
      await breath();
    }
  } finally {
    await snapshot.close();
  }
}

/** Books of recalculations that are kept compiled at once. */
const BOOKS = 20;

/** The book with the drafts; for a recalculated sale the one of its recalculation, because what was earned is what that decided. */
function draftedBooks(book: RuleBook, drafts: readonly PlanDraft[]): (recalculatedBy: number | null) => CompiledBook {
  const drafted = compileBook(draftBook(book, drafts));
  const again = new Map<number, CompiledBook>();
  return (recalculatedBy) => {
    if (recalculatedBy === null) return drafted;
    const known = again.get(recalculatedBy);
    if (known) return known;
    const made = compileBook(draftBook(presentBook(book, recalculatedBy), drafts));
    if (again.size >= BOOKS) again.delete(again.keys().next().value as number);
    again.set(recalculatedBy, made);
    return made;
  };
}

/** Lets whatever waits for the processor go first. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
