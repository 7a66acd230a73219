import type { CommissionKind, CommissionStatus } from '@fenrun/engine';
import { isRefusal, parseInstant, parseMoney, type Refusal, refuse, type Zone } from '@fenrun/kernel';
import { marks, type Reader, type SqlValue } from '../../../foundation/db';

/** What lists, totals, exports and bulk decisions of commissions are filtered by, as it comes in. Source: doors.md. */
export interface CommissionFilter {
  /** Paid time, `[from, to)`: an instant, or a day that means its first instant in the merchant's zone. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly maturedFrom?: string | undefined;
  readonly maturedTo?: string | undefined;
  readonly order?: string | undefined;
  readonly sku?: string | undefined;
  /** A promoter's code. */
  readonly promoter?: string | undefined;
  readonly status?: readonly CommissionStatus[] | undefined;
  readonly kind?: readonly CommissionKind[] | undefined;
  readonly campaign?: string | undefined;
  readonly programme?: string | undefined;
  readonly group?: string | undefined;
  /** The decided amount, both ends included. */
  readonly amountFrom?: string | undefined;
  readonly amountTo?: string | undefined;
  /** An order, a promoter's code or a part of his name, a SKU or a part of its product's name. */
  readonly q?: string | undefined;
  /** Why it waits for a person: `default_manual`, `rule`, `risk`. */
  readonly review?: string | undefined;
}

/** A condition on the table `commission`, with its parameters; it always names the merchant first. */
export interface CommissionCondition {
  readonly where: string;
  readonly params: readonly SqlValue[];
  /** The way to what it finds: an index that leads to little, `wide` where it lets much through, `free` where nobody can tell. */
  readonly path: CommissionPath;
}

interface FilterContext {
  readonly merchantId: string;
  readonly currency: string;
  readonly zone: Zone;
}

/**
 * Turns a filter into a condition. Codes of orders and promoters are looked up first, so that the condition speaks of indexed columns
 * only; what nobody knows finds nothing.
 */
export async function commissionCondition(
  db: Reader,
  filter: CommissionFilter,
  context: FilterContext,
): Promise<CommissionCondition | Refusal<'invalid-request'>> {
  const range = readRanges(filter, context);
  if (isRefusal(range)) return range;
  const parts: [string, readonly SqlValue[]][] = [['merchant_id = ?', [context.merchantId]], ...range];
  const among = (column: string, values: readonly SqlValue[]) =>
    parts.push(values.length === 0 ? ['1 = 0', []] : [`${column} IN (${marks(values.length)})`, values]);
  if (filter.status) among('status', filter.status);
  if (filter.kind) among('kind', filter.kind);
  if (filter.campaign !== undefined) parts.push(['campaign = ?', [filter.campaign]]);
  if (filter.programme !== undefined) parts.push(['programme = ?', [filter.programme]]);
  if (filter.group !== undefined) parts.push(['group_code = ?', [filter.group]]);
  if (filter.order !== undefined)
    among(
      'sale_id',
      await ids(db, 'SELECT id FROM sale WHERE merchant_id = ? AND outside_id = ?', context, filter.order),
    );
  if (filter.promoter !== undefined)
    among(
      'payee_id',
      await ids(db, 'SELECT id FROM promoter WHERE merchant_id = ? AND code = ?', context, filter.promoter),
    );
  if (filter.sku !== undefined) parts.push([SKU, [context.merchantId, filter.sku]]);
  if (filter.q !== undefined && filter.q.trim() !== '') parts.push(wordsOf(filter.q.trim(), context.merchantId));
  if (filter.review !== undefined) parts.push(WAITING[filter.review] ?? NOTHING);
  return {
    where: parts.map(([sql]) => sql).join(' AND '),
    params: parts.flatMap(([, params]) => params),
    path: pathOf(filter),
  };
}

/** Indexes of `commission`, and what is known where none of them helps. */
export type CommissionPath =
  | 'uq_commission_sale_id_payee_id_kind'
  | 'ix_commission_payee_id_paid_at_id'
  | 'ix_commission_paid_at_id'
  | 'ix_commission_status_due_at_id'
  | 'wide'
  | 'free';

function pathOf({ order, promoter, sku, q, status, review, from, to }: CommissionFilter): CommissionPath {
  if (order !== undefined) return 'uq_commission_sale_id_payee_id_kind';
  if (sku !== undefined || (q !== undefined && q.trim() !== '')) return 'free';
  if (promoter !== undefined) return 'ix_commission_payee_id_paid_at_id';
  const isRare = review !== undefined || (status !== undefined && !status.some((one) => MANY.has(one)));
  if (from !== undefined && to !== undefined) return 'ix_commission_paid_at_id';
  return isRare ? 'ix_commission_status_due_at_id' : 'wide';
}

type Part = [string, readonly SqlValue[]];

const NOTHING: Part = ['1 = 0', []];

/** Why a commission in review waits. Source: `CommissionRow.reason`. */
const WAITING: Readonly<Record<string, Part>> = {
  default_manual: ["status = 'in_review' AND reason IS NULL", []],
  rule: ["status = 'in_review' AND reason IS NOT NULL", []],
};

/** Where commissions end up, so that most of them are there. */
const MANY: ReadonlySet<CommissionStatus> = new Set(['approved', 'paid']);

const SKU = 'sale_id IN (SELECT sale_id FROM sale_line WHERE merchant_id = ? AND sku = ?)';

/** Promoters whose name has the words; more than these do not help anybody who searches. */
const FOUND_AT_MOST = 500;

function wordsOf(words: string, merchantId: string): [string, SqlValue[]] {
  const orders = 'sale_id IN (SELECT id FROM sale WHERE merchant_id = ? AND outside_id = ?)';
  const people = `payee_id IN (SELECT id FROM (SELECT id FROM promoter WHERE merchant_id = ? AND (code = ? OR INSTR(LOWER(name), ?) > 0) LIMIT ${FOUND_AT_MOST}) found)`;
  const goods = `sale_id IN (SELECT sale_id FROM sale_line WHERE merchant_id = ? AND sku IN (SELECT sku FROM (SELECT sku FROM product WHERE merchant_id = ? AND INSTR(LOWER(name), ?) > 0 LIMIT ${FOUND_AT_MOST}) named))`;
  const low = words.toLowerCase();
  const params = [merchantId, words, merchantId, words, low, merchantId, words, merchantId, merchantId, low];
  return [`(${orders} OR ${people} OR ${SKU} OR ${goods})`, params];
}

async function ids(db: Reader, sql: string, { merchantId }: FilterContext, key: string): Promise<string[]> {
  return (await db.rows<{ id: string }>(sql, [merchantId, key])).map((row) => row.id);
}

function readRanges(
  filter: CommissionFilter,
  { currency, zone }: FilterContext,
): [string, readonly SqlValue[]][] | Refusal<'invalid-request'> {
  const parts: [string, readonly SqlValue[]][] = [];
  const wrong: { pointer: string; code: string }[] = [];
  const instant = (name: 'from' | 'to' | 'maturedFrom' | 'maturedTo', sql: string) => {
    const text = filter[name];
    if (text === undefined) return;
    const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? zone.startOfDay(text) : parseInstant(text);
    if (isRefusal(at)) wrong.push({ pointer: `/query/${name}`, code: 'invalid-instant' });
    else parts.push([sql, [at]]);
  };
  const amount = (name: 'amountFrom' | 'amountTo', sql: string) => {
    const text = filter[name];
    if (text === undefined) return;
    const value = parseMoney(text, currency);
    if (isRefusal(value)) wrong.push({ pointer: `/query/${name}`, code: 'invalid-amount' });
    else parts.push([sql, [value]]);
  };
  instant('from', 'paid_at >= ?');
  instant('to', 'paid_at < ?');
  instant('maturedFrom', 'matured_at >= ?');
  instant('maturedTo', 'matured_at < ?');
  amount('amountFrom', 'amount >= ?');
  amount('amountTo', 'amount <= ?');
  return wrong.length > 0 ? refuse('invalid-request', {}, wrong) : parts;
}
