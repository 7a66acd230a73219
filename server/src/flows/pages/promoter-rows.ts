import type { Out } from '@fenrun/contracts';
import { DAY_MS, type Instant } from '@fenrun/kernel';
import { marks, type Reader } from '../../foundation/db';
import type { Call } from '../../foundation/http';
import { type Reading, readingOf } from '../../modules/commission';
import { balancesOf } from '../../modules/ledger';
import { latestApplications, maskPhone, type PromoterRow, promotersById } from '../../modules/promoters';
import { shownAt } from './instant-words';

export type PromoterView = Out<'promoters.list'>['data'][number];

/** What “recent” means in a promoter's row. */
const RECENT_MS = 30 * DAY_MS;

/** Promoters as lists show them. A page costs five reads, however many rows it has. */
export async function promoterRows(call: Call, rows: readonly PromoterRow[]): Promise<PromoterView[]> {
  if (rows.length === 0) return [];
  const { merchantId } = call;
  const { read } = call.db;
  const ids = rows.map(({ id }) => id);
  const inviterIds = [...new Set(rows.flatMap(({ inviterId }) => (inviterId === null ? [] : [inviterId])))];
  const [reading, inviters, balances, recent, applications] = await Promise.all([
    readingOf(call),
    promotersById(read, merchantId, inviterIds),
    balancesOf(read, merchantId, ids),
    recentOf(read, merchantId, ids, call.now - RECENT_MS),
    latestApplications(read, merchantId, ids),
  ]);
  const byId = new Map(inviters.map((inviter) => [inviter.id, inviter]));
  return rows.map((row) =>
    rowView(row, reading, {
      inviter: row.inviterId === null ? undefined : byId.get(row.inviterId),
      payable: balances.get(row.id)?.payable ?? 0,
      recent: recent.get(row.id) ?? NOTHING,
      appliedAt: applications.get(row.id)?.appliedAt ?? null,
    }),
  );
}

interface Beside {
  readonly inviter: PromoterRow | undefined;
  readonly payable: number;
  readonly recent: Recent;
  readonly appliedAt: Instant | null;
}

function rowView(
  row: PromoterRow,
  { money, names }: Reading,
  { inviter, payable, recent, appliedAt }: Beside,
): PromoterView {
  const hasJoined = row.status !== 'applicant' && row.status !== 'rejected';
  return {
    code: row.code,
    name: row.name,
    avatar: row.avatar,
    phone: row.phone === null ? null : maskPhone(row.phone),
    status: row.status,
    inviter: inviter?.code ?? null,
    inviterName: inviter?.name ?? null,
    programme: row.programme,
    programmeName: names.programme(row.programme),
    level: names.level(row.programme),
    group: row.groupCode,
    groupName: names.group(row.groupCode),
    appliedAt: shownAt(appliedAt ?? (hasJoined ? null : row.createdAt)),
    joinedAt: hasJoined ? shownAt(row.joinedAt ?? row.createdAt) : null,
    available: money(Math.max(payable, 0)),
    recent: { orders: recent.orders, sales: money(recent.sales), commission: money(recent.commission) },
  };
}

export interface Recent {
  readonly orders: number;
  readonly sales: number;
  readonly commission: number;
}

const NOTHING: Recent = { orders: 0, sales: 0, commission: 0 };

/** Orders that promoters brought (or bought), their amounts, and all net commission, by paid time since an instant. */
export async function recentOf(
  db: Reader,
  merchantId: string,
  ids: readonly string[],
  since: Instant,
): Promise<ReadonlyMap<string, Recent>> {
  if (ids.length === 0) return new Map();
  const isOwn = "c.kind IN ('direct', 'self')";
  const sql = `SELECT c.payee_id AS id, SUM(CASE WHEN ${isOwn} THEN 1 ELSE 0 END) AS orders,
      SUM(CASE WHEN ${isOwn} THEN s.amount ELSE 0 END) AS sales,
      SUM(CASE WHEN c.status = 'rejected' THEN 0 ELSE c.net END) AS commission
    FROM commission c JOIN sale s ON s.merchant_id = c.merchant_id AND s.id = c.sale_id
    WHERE c.merchant_id = ? AND c.payee_id IN (${marks(ids.length)}) AND c.paid_at >= ? GROUP BY c.payee_id`;
  const rows = await db.rows<Record<'id' | 'orders' | 'sales' | 'commission', string>>(sql, [
    merchantId,
    ...ids,
    since,
  ]);
  return new Map(
    rows.map(({ id, orders, sales, commission }) => [
      id,
      { orders: Number(orders), sales: Number(sales), commission: Number(commission) },
    ]),
  );
}
