import type { Reader, SqlValue } from '../../../foundation/db';
import type { Span } from '../domain/spans';

export interface Sums {
  readonly count: number;
  readonly amount: number;
}

const NONE: Sums = { count: 0, amount: 0 };

/** Spans in one statement. */
const SPANS_AT_ONCE = 100;

/** A table of happenings that are counted by span: `at` is its instant, `amount` what is summed, `where` begins with the merchant. */
interface Counted {
  readonly from: string;
  readonly at: string;
  readonly amount: string;
  readonly where: string;
  readonly params: readonly SqlValue[];
}

/** Counts and sums per span in one statement, in the order of the spans. */
async function sumsBySpan(
  db: Reader,
  spans: readonly Span[],
  { from, at, amount, where, params }: Counted,
): Promise<Sums[]> {
  const found: Sums[] = spans.map(() => NONE);
  for (let first = 0; first < spans.length; first += SPANS_AT_ONCE) {
    const slice = spans.slice(first, first + SPANS_AT_ONCE);
    const list = slice.map((_, index) => `SELECT ${first + index} AS place, ? AS low, ? AS high`).join(' UNION ALL ');
    const sql = `SELECT d.place AS place, COUNT(*) AS n, SUM(${amount}) AS total FROM (${list}) d CROSS JOIN ${from} WHERE ${at} >= d.low AND ${at} < d.high AND ${where} GROUP BY d.place`;
    const bounds = slice.flatMap((span) => [span.from, span.to]);
    for (const row of await db.rows<Record<'place' | 'n' | 'total', number | string>>(sql, [...bounds, ...params])) {
      found[Number(row.place)] = { count: Number(row.n), amount: Number(row.total) };
    }
  }
  return found;
}

/** Which sales and commissions a report looks at. */
export interface Scope {
  readonly merchantId: string;
  readonly programme?: string | undefined;
  readonly promoterId?: string | undefined;
}

/** Orders and their amounts by paid time; with a programme or promoter those that he, or its members, were paid for directly. */
export function salesBySpan(
  db: Reader,
  { merchantId, programme, promoterId }: Scope,
  spans: readonly Span[],
): Promise<Sums[]> {
  const base = { from: 'sale s', at: 's.paid_at', amount: 's.amount' };
  if (programme === undefined && promoterId === undefined)
    return sumsBySpan(db, spans, { ...base, where: 's.merchant_id = ?', params: [merchantId] });
  const conditions = [
    ...(programme === undefined ? [] : ['c.programme = ?']),
    ...(promoterId === undefined ? [] : ['c.payee_id = ?']),
  ].join(' AND ');
  const params = [
    merchantId,
    ...(programme === undefined ? [] : [programme]),
    ...(promoterId === undefined ? [] : [promoterId]),
  ];
  const from =
    "sale s JOIN commission c ON c.merchant_id = s.merchant_id AND c.sale_id = s.id AND c.kind IN ('direct', 'self')";
  // The commission has the order's paid time and an index that begins with its payee.
  return sumsBySpan(db, spans, {
    from,
    at: 'c.paid_at',
    amount: 's.amount',
    where: `c.merchant_id = ? AND ${conditions}`,
    params,
  });
}

/** Net commission by the order's paid time; what was rejected is nobody's. */
export function commissionBySpan(
  db: Reader,
  { merchantId, programme, promoterId }: Scope,
  spans: readonly Span[],
): Promise<Sums[]> {
  const conditions = [
    "c.merchant_id = ? AND c.status <> 'rejected'",
    ...(programme === undefined ? [] : ['c.programme = ?']),
    ...(promoterId === undefined ? [] : ['c.payee_id = ?']),
  ];
  const params = [
    merchantId,
    ...(programme === undefined ? [] : [programme]),
    ...(promoterId === undefined ? [] : [promoterId]),
  ];
  return sumsBySpan(db, spans, {
    from: 'commission c',
    at: 'c.paid_at',
    amount: 'c.net',
    where: conditions.join(' AND '),
    params,
  });
}

/** Links, cards and codes of promoters that customers opened. */
export function opensBySpan(
  db: Reader,
  { merchantId, programme, promoterId }: Scope,
  spans: readonly Span[],
): Promise<Sums[]> {
  const who = whoOf('t.promoter_id', programme, promoterId);
  return sumsBySpan(db, spans, {
    from: 'touch t',
    at: 't.at',
    amount: '1',
    where: `t.merchant_id = ?${who.where}`,
    params: [merchantId, ...who.params],
  });
}

/** Shares that promoters made. */
export function sharesBySpan(
  db: Reader,
  { merchantId, programme, promoterId }: Scope,
  spans: readonly Span[],
): Promise<Sums[]> {
  const who = whoOf('h.promoter_id', programme, promoterId);
  return sumsBySpan(db, spans, {
    from: 'share h',
    at: 'h.created_at',
    amount: '1',
    where: `h.merchant_id = ?${who.where}`,
    params: [merchantId, ...who.params],
  });
}

function whoOf(
  column: string,
  programme: string | undefined,
  promoterId: string | undefined,
): { where: string; params: SqlValue[] } {
  if (promoterId !== undefined) return { where: ` AND ${column} = ?`, params: [promoterId] };
  if (programme === undefined) return { where: '', params: [] };
  const alias = column.slice(0, 1);
  return {
    where: ` AND ${column} IN (SELECT p.id FROM promoter p WHERE p.merchant_id = ${alias}.merchant_id AND p.programme = ?)`,
    params: [programme],
  };
}

/** Orders that went to a promoter, by paid time. */
export function attributedBySpan(db: Reader, scope: Scope, spans: readonly Span[]): Promise<Sums[]> {
  if (scope.programme !== undefined || scope.promoterId !== undefined) return salesBySpan(db, scope, spans);
  const from = 'sale s JOIN settlement t ON t.merchant_id = s.merchant_id AND t.sale_id = s.id';
  return sumsBySpan(db, spans, {
    from,
    at: 's.paid_at',
    amount: 's.amount',
    where: 's.merchant_id = ? AND t.promoter_id IS NOT NULL',
    params: [scope.merchantId],
  });
}
