import type { Lang } from '@fenrun/contracts';
import type { CommissionKind, CommissionStatus } from '@fenrun/engine';
import {
  add,
  formatMoney,
  type Instant,
  isRefusal,
  type Money,
  minorFromStore,
  type Refusal,
  ZERO,
  type Zone,
} from '@fenrun/kernel';
import { CSV_BOM, csvLine } from '../../../foundation/csv';
import { type Database, marks, type Reader, type SqlValue } from '../../../foundation/db';
import { type CommissionCondition, type CommissionFilter, commissionCondition } from '../../commission';
import { ALL, EXPORT_HEADERS, kindWord, statusWord, TOTAL } from '../domain/export-words';

export interface CommissionExport {
  readonly merchantId: string;
  readonly currency: string;
  readonly zone: Zone;
  readonly filter: CommissionFilter;
  readonly lang: Lang;
}

/** A file in pieces; `rows` says how many commissions have been written so far. */
export interface ExportPiece {
  readonly text: string;
  readonly rows: number;
}

/** Commissions read at once; a page is a short pause for everybody else on the embedded database. */
const PAGE = 1_000;

interface ExportedRow {
  readonly id: string;
  readonly saleId: string;
  readonly orderId: string;
  readonly paidAt: Instant | string;
  readonly promoter: string;
  readonly promoterName: string;
  readonly kind: CommissionKind;
  readonly status: CommissionStatus;
  readonly programme: string | null;
  readonly campaign: string | null;
  readonly base: number | string;
  readonly amount: number | string;
  readonly net: number | string;
  readonly reason: string | null;
}

/**
 * The commissions that a filter finds, as CSV in pieces: a row each, by paid time, then totals per status and over all. Everything is
 * read from one snapshot, so rows and totals are of the same moment. Whoever takes the pieces must take them to the end, or `return()`.
 */
export async function exportCommissions(
  db: Database,
  wanted: CommissionExport,
): Promise<AsyncGenerator<ExportPiece> | Refusal> {
  const snapshot = await db.snapshot();
  const condition = await commissionCondition(snapshot, wanted.filter, wanted).catch(async (error: unknown) => {
    await snapshot.close();
    throw error;
  });
  if (!isRefusal(condition)) return pieces(snapshot, condition, wanted);
  await snapshot.close();
  return condition;
}

async function* pieces(
  snapshot: Awaited<ReturnType<Database['snapshot']>>,
  condition: CommissionCondition,
  wanted: CommissionExport,
): AsyncGenerator<ExportPiece> {
  try {
    const sums = new Sums();
    yield { text: CSV_BOM + csvLine(EXPORT_HEADERS[wanted.lang]), rows: 0 };
    let rows = 0;
    for (
      let page = await readPage(snapshot, condition, null);
      page.length > 0;
      page = await readPage(snapshot, condition, page.at(-1) as ExportedRow)
    ) {
      const skus = await skusOf(snapshot, wanted.merchantId, page);
      rows += page.length;
      yield { text: page.map((row) => rowText(row, skus.get(row.saleId) ?? [], wanted, sums)).join(''), rows };
      if (page.length < PAGE) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    yield { text: sums.text(wanted), rows };
  } finally {
    await snapshot.close();
  }
}

/** The next page by key: the keys first, the rest of the rows by them. */
function readPage(
  db: Reader,
  { where, params }: CommissionCondition,
  after: ExportedRow | null,
): Promise<ExportedRow[]> {
  const beyond = after ? ' AND (paid_at > ? OR (paid_at = ? AND id > ?))' : '';
  const bounds: SqlValue[] = after ? [Number(after.paidAt), Number(after.paidAt), after.id] : [];
  const sql = `SELECT c.id AS id, c.sale_id AS saleId, s.outside_id AS orderId, c.paid_at AS paidAt, p.code AS promoter, p.name AS promoterName, c.kind AS kind,
      c.status AS status, c.programme AS programme, c.campaign AS campaign, c.base AS base, c.amount AS amount, c.net AS net, c.reason AS reason
    FROM (SELECT * FROM commission WHERE ${where}${beyond} ORDER BY paid_at, id LIMIT ${PAGE}) c
    JOIN sale s ON s.merchant_id = c.merchant_id AND s.id = c.sale_id
    JOIN promoter p ON p.merchant_id = c.merchant_id AND p.id = c.payee_id
    ORDER BY c.paid_at, c.id`;
  return db.rows<ExportedRow>(sql, [...params, ...bounds]);
}

/** The SKUs of the sales of a page, in the order of their lines, each once. */
async function skusOf(db: Reader, merchantId: string, page: readonly ExportedRow[]): Promise<Map<string, string[]>> {
  const sales = [...new Set(page.map((row) => row.saleId))];
  const sql = `SELECT sale_id AS saleId, sku FROM sale_line WHERE merchant_id = ? AND sale_id IN (${marks(sales.length)}) ORDER BY sale_id, line_no`;
  const found = new Map<string, string[]>();
  for (const { saleId, sku } of await db.rows<{ saleId: string; sku: string }>(sql, [merchantId, ...sales])) {
    const list = found.get(saleId);
    if (!list) found.set(saleId, [sku]);
    else if (!list.includes(sku)) list.push(sku);
  }
  return found;
}

function rowText(
  row: ExportedRow,
  skus: readonly string[],
  { currency, zone, lang }: CommissionExport,
  sums: Sums,
): string {
  const [base, amount, net] = [row.base, row.amount, row.net].map(minorFromStore) as [Money, Money, Money];
  sums.take(row.status, base, amount, net);
  return csvLine([
    row.id,
    row.orderId,
    localTime(Number(row.paidAt), zone),
    row.promoter,
    row.promoterName,
    kindWord(row.kind, lang),
    row.programme,
    row.campaign,
    skus.join(';'),
    formatMoney(base, currency),
    formatMoney(amount, currency),
    formatMoney(net, currency),
    currency,
    statusWord(row.status, lang),
    row.reason,
  ]);
}

/** RFC 3339 with the merchant's offset: a person reads the hour of the shop, a program the instant. */
function localTime(instant: Instant, zone: Zone): string {
  const offset = zone.offsetAt(instant);
  const local = new Date(instant + offset * 60_000).toISOString().slice(0, 19);
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The totals at the end of the file. */
class Sums {
  private readonly byStatus = new Map<CommissionStatus, { count: number; base: Money; amount: Money; net: Money }>();

  take(status: CommissionStatus, base: Money, amount: Money, net: Money): void {
    const sum = this.byStatus.get(status);
    if (!sum) {
      this.byStatus.set(status, { count: 1, base, amount, net });
      return;
    }
    sum.count += 1;
    sum.base = add(sum.base, base);
    sum.amount = add(sum.amount, amount);
    sum.net = add(sum.net, net);
  }

  /** A row per status that occurs, and one over all; the number of commissions stands in the column of the order. */
  text({ currency, lang }: CommissionExport): string {
    const all = { count: 0, base: ZERO, amount: ZERO, net: ZERO };
    const total = (word: string, sum: typeof all) => {
      const money = [sum.base, sum.amount, sum.net].map((amount) => formatMoney(amount, currency));
      return csvLine([TOTAL[lang], String(sum.count), '', '', '', '', '', '', '', ...money, currency, word, '']);
    };
    let text = '';
    for (const [status, sum] of [...this.byStatus].sort(([a], [b]) => (a < b ? -1 : 1))) {
      text += total(statusWord(status, lang), sum);
      all.count += sum.count;
      all.base = add(all.base, sum.base);
      all.amount = add(all.amount, sum.amount);
      all.net = add(all.net, sum.net);
    }
    return text + total(ALL[lang], all);
  }
}
