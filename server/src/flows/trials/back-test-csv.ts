import type { Lang } from '@fenrun/contracts';
import { CSV_BOM, csvLine } from '../../foundation/csv';
import type { Reader } from '../../foundation/db';
import { figures, type Showing, sumsAfter, sumViews } from './back-test-view';
import type { BackTestRow, BackTestTotals } from './store/back-test.row';
import type { BackTestCut } from './store/back-test-sum.row';

/** Rows read at once. */
const SLICE = 1_000;

const FIGURES = {
  zh: ['订单数', '原佣金', '新佣金', '差额', '币种'],
  en: ['sales', 'old', 'new', 'difference', 'currency'],
} as const satisfies Record<Lang, readonly string[]>;

const SUBJECT = {
  promoter: { zh: ['推广码', '推广员'], en: ['promoter', 'promoter_name'] },
  product: { zh: ['SKU', '商品'], en: ['sku', 'product'] },
  day: { zh: ['日期'], en: ['day'] },
} as const satisfies Record<BackTestCut, Record<Lang, readonly string[]>>;

const TOTAL = { zh: '合计', en: 'TOTAL' } as const satisfies Record<Lang, string>;

/** All rows of a back-test as CSV, with the totals over all sales at its end: a sale with two payees stands in two rows, and once in the totals. */
export async function* backTestCsv(
  db: Reader,
  job: BackTestRow & { readonly result: BackTestTotals },
  cut: BackTestCut,
  showing: Showing,
): AsyncGenerator<string> {
  const { lang, currency } = showing;
  const subject = SUBJECT[cut][lang];
  const line = (named: readonly string[], row: ReturnType<typeof figures>) =>
    csvLine([...named.slice(0, subject.length), row.sales, row.old, row.new, row.difference, currency]);
  yield CSV_BOM + csvLine([...subject, ...FIGURES[lang]]);
  for (let place = -1; ; ) {
    const rows = await sumsAfter(db, job, cut, place, SLICE);
    const last = rows.at(-1);
    if (!last) break;
    place = last.place;
    yield (await sumViews(db, cut, rows, showing)).map((row) => line([row.id, row.name], row)).join('');
  }
  yield line([TOTAL[lang], ''], figures(job.result, currency));
}
