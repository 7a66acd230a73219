import { errorCodes, type Lang, type Out } from '@fenrun/contracts';
import { formatInstant, formatMoney, minor } from '@fenrun/kernel';
import { find, findAmong, type Reader } from '../../foundation/db';
import { promotersById } from '../../modules/promoters';
import { productsOf } from '../../modules/storefront';
import type { BackTestRow } from './store/back-test.row';
import { type BackTestCut, type BackTestSumRow, backTestSumTable } from './store/back-test-sum.row';

type View = Out<'trials.backTest'>;
type SumView = Out<'trials.backTestRows'>['data'][number];

/** Whose back-tests are shown, and how. */
export interface Showing {
  readonly merchantId: string;
  readonly currency: string;
  readonly lang: Lang;
}

/** Back-tests with their figures, if they are done. The days of all of them are read at once. */
export async function backTestViews(db: Reader, rows: readonly BackTestRow[], showing: Showing): Promise<View[]> {
  const done = rows.filter(({ state }) => state === 'done').map(({ id }) => id);
  const where = "merchant_id = ? AND cut = 'day'";
  const days = await findAmong(db, backTestSumTable, where, [showing.merchantId], 'testId', done);
  days.sort((a, b) => a.place - b.place);
  return rows.map((row) =>
    view(
      row,
      days.filter(({ testId }) => testId === row.id),
      showing,
    ),
  );
}

function view(row: BackTestRow, days: readonly BackTestSumRow[], { currency, lang }: Showing): View {
  const { id, state, createdAt, createdBy, words, result, problem } = row;
  return {
    id,
    state,
    createdAt: formatInstant(createdAt),
    by: createdBy,
    changesText: [...words[lang]],
    days: row.days,
    from: formatInstant(row.fromAt),
    to: formatInstant(row.toAt),
    done: row.done,
    of: row.total,
    result: result && {
      ...figures(result, currency),
      changed: result.changed,
      promoters: result.promoters,
      byDay: days.map((day) => ({ day: day.subject, ...figures(day, currency) })),
    },
    problem: problem === null ? null : (errorCodes[problem]?.[lang] ?? problem),
  };
}

/** Decimal strings in major units. */
export function figures({ sales, old, fresh }: Pick<BackTestSumRow, 'sales' | 'old' | 'fresh'>, currency: string) {
  const money = (amount: number) => formatMoney(minor(amount), currency);
  return { sales, old: money(old), new: money(fresh), difference: money(fresh - old) };
}

/** Rows of a back-test behind a place, in the order in which they are shown. */
export function sumsAfter(
  db: Reader,
  { merchantId, id }: Pick<BackTestRow, 'merchantId' | 'id'>,
  cut: BackTestCut,
  place: number,
  limit: number,
): Promise<BackTestSumRow[]> {
  const where = 'merchant_id = ? AND test_id = ? AND cut = ? AND place > ?';
  return find(db, backTestSumTable, where, [merchantId, id, cut, place], `ORDER BY place LIMIT ${limit}`);
}

/** Rows as they are shown: promoters by their codes, everything by its present name. */
export async function sumViews(
  db: Reader,
  cut: BackTestCut,
  rows: readonly BackTestSumRow[],
  { merchantId, currency }: Showing,
): Promise<SumView[]> {
  const subjects = rows.map(({ subject }) => subject);
  const [promoters, products] = await Promise.all([
    cut === 'promoter' ? promotersById(db, merchantId, subjects) : [],
    cut === 'product' ? productsOf(db, merchantId, subjects) : [],
  ]);
  const called = new Map<string, { id: string; name: string }>([
    ...promoters.map(({ id, code, name }) => [id, { id: code, name }] as const),
    ...products.map(({ sku, name }) => [sku, { id: sku, name }] as const),
  ]);
  return rows.map((row) => {
    const known = called.get(row.subject) ?? { id: row.subject, name: row.name ?? row.subject };
    return { ...known, ...figures(row, currency) };
  });
}
