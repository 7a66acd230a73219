import type { Day, Instant, Zone } from '@fenrun/kernel';
import { find, type Reader } from '../../foundation/db';
import { funnelDayTable } from '../../modules/attribution';
import type { CounterDifference } from './recount';

const STEPS = ['shares', 'opens', 'leads', 'orders', 'refunds'] as const;
type FunnelStep = (typeof STEPS)[number];

/** Rows read at once, so that memory stays flat. */
const SLICE = 5_000;

/** What each step counts: rows with an instant and a promoter, in the order of a key that pages can be cut at. */
const SOURCES: Readonly<Record<FunnelStep, { readonly columns: string; readonly from: string; readonly key: string }>> =
  {
    shares: {
      columns: 'created_at AS at, promoter_id AS promoterId, code AS k',
      from: 'share WHERE merchant_id = ?',
      key: 'code',
    },
    opens: {
      columns: 'at AS at, promoter_id AS promoterId, id AS k',
      from: 'touch WHERE merchant_id = ? AND is_effective = 1 AND share_code IS NOT NULL',
      key: 'id',
    },
    leads: {
      columns: 'at AS at, promoter_id AS promoterId, id AS k',
      from: 'customer_lead WHERE merchant_id = ? AND promoter_id IS NOT NULL',
      key: 'id',
    },
    orders: settled(''),
    refunds: settled(
      'AND EXISTS (SELECT 1 FROM refund r WHERE r.merchant_id = t.merchant_id AND r.sale_id = t.sale_id AND r.applied_at IS NOT NULL)',
    ),
  };

function settled(more: string) {
  return {
    columns: 's.paid_at AS at, t.promoter_id AS promoterId, t.sale_id AS k',
    from: `settlement t JOIN sale s ON s.merchant_id = t.merchant_id AND s.id = t.sale_id
      WHERE t.merchant_id = ? AND t.promoter_id IS NOT NULL ${more}`,
    key: 't.sale_id',
  };
}

/** Adds a merchant's funnel up again from the rows that it counts. */
export async function funnelDiffers(db: Reader, merchant: string, zone: Zone): Promise<CounterDifference[]> {
  const added = new Map<string, number>();
  for (const step of STEPS) await addUp(db, merchant, zone, step, added);
  const kept = new Map<string, number>();
  for (const row of await find(db, funnelDayTable, 'merchant_id = ?', [merchant])) {
    for (const step of STEPS) if (row[step] !== 0) kept.set(keyOf(row.day, row.promoterId, step), row[step]);
  }
  const keys = [...new Set([...added.keys(), ...kept.keys()])].sort();
  return keys.flatMap((own) => {
    const [step, key = ''] = own.split(' ');
    const difference = { kept: kept.get(own) ?? 0, counted: added.get(own) ?? 0 };
    return difference.kept === difference.counted ? [] : [{ merchant, counter: `funnel.${step}`, key, ...difference }];
  });
}

function keyOf(day: Day, promoterId: string, step: FunnelStep): string {
  return `${step} ${day}/${promoterId}`;
}

async function addUp(
  db: Reader,
  merchantId: string,
  { dayAt }: Zone,
  step: FunnelStep,
  into: Map<string, number>,
): Promise<void> {
  const { columns, from, key } = SOURCES[step];
  let after = '';
  for (;;) {
    const sql = `SELECT ${columns} FROM ${from} AND ${key} > ? ORDER BY ${key} LIMIT ${SLICE}`;
    const rows = await db.rows<{ at: Instant | string; promoterId: string; k: string }>(sql, [merchantId, after]);
    for (const { at, promoterId } of rows) {
      const own = keyOf(dayAt(Number(at)), promoterId, step);
      into.set(own, (into.get(own) ?? 0) + 1);
    }
    if (rows.length < SLICE) return;
    after = rows.at(-1)?.k ?? '';
  }
}
