import { decideByPerson, type Verdict } from '@fenrun/engine';
import { type Instant, isRefusal, minor, type Refusal } from '@fenrun/kernel';
import type { Database, Reader, Tx } from '../foundation/db';
import {
  type CommissionCondition,
  type CommissionFilter,
  type CommissionRow,
  commissionCondition,
  commissionSlice,
  commissionsById,
  type frameOf,
} from '../modules/commission';
import { type PromoterRow, promotersById } from '../modules/promoters';
import { decideInHand, type PersonsVerdict } from './decide-commission';
import type { Hand } from './timeline/hand';
import { loadCounters } from './timeline/load-promoters';
import { distinct, loadSettledSales } from './timeline/load-sales';

/** Which commissions are meant: those named, or all that a filter finds. */
export interface Selection {
  readonly ids?: readonly string[] | undefined;
  readonly filter?: CommissionFilter | undefined;
}

/** Commissions decided in one transaction, and looked at in one read. */
const SLICE = 200;
const LOOK = 1_000;

/** Slices of one request at most; what is left then is decided by asking again. */
export const SLICES_AT_MOST = 1_000;

/** Left-out ones and promoters that are named at most. */
export const NAMED_AT_MOST = 1_000;

export interface LeftOut {
  readonly id: string;
  readonly payeeId: string;
  readonly net: number;
  /** The code of the refusal. */
  readonly code: string;
}

/** What deciding many did, or would do. Amounts in minor units. */
export interface ManyDecided {
  readonly count: number;
  readonly net: number;
  readonly leftOut: readonly LeftOut[];
}

export interface ManyPreview extends ManyDecided {
  /** Largest sum first. */
  readonly byPromoter: readonly { readonly promoter: PromoterRow; readonly count: number; readonly net: number }[];
  /** Everybody who is named, by id. */
  readonly promoters: ReadonlyMap<string, PromoterRow>;
}

type Frame = ReturnType<typeof frameOf>;

/** The condition of a selection by filter; a filter that names no status means what waits for a person. */
function conditionOf(db: Reader, filter: CommissionFilter, frame: Frame): Promise<CommissionCondition | Refusal> {
  return commissionCondition(db, { ...filter, status: filter.status ?? ['in_review'] }, frame);
}

/** What deciding these commissions would do, per promoter; nothing changes. A rejection is looked at as if its reason were given. */
export async function previewMany(
  db: Database,
  frame: Frame,
  verdict: Verdict,
  selection: Selection,
): Promise<ManyPreview | Refusal> {
  const sums = new Map<string, { count: number; net: number }>();
  const leftOut: LeftOut[] = [];
  const rows = rowsOf(db.read, frame, selection);
  for (;;) {
    const slice = await rows.next();
    if (isRefusal(slice)) return slice;
    if (slice.length === 0) break;
    for (const row of slice) {
      const outcome = decideByPerson(row, verdict, verdict === 'reject' ? 'given' : null);
      if (isRefusal(outcome)) {
        if (leftOut.length < NAMED_AT_MOST) leftOut.push(leaveOut(row, outcome));
        continue;
      }
      const sum = sums.get(row.payeeId) ?? { count: 0, net: 0 };
      sums.set(row.payeeId, { count: sum.count + 1, net: sum.net + row.net });
    }
  }
  const largest = [...sums].sort(([, a], [, b]) => b.net - a.net).slice(0, NAMED_AT_MOST);
  const named = distinct([...largest.map(([id]) => id), ...leftOut.map(({ payeeId }) => payeeId)]);
  const promoters = new Map((await promotersById(db.read, frame.merchantId, named)).map((row) => [row.id, row]));
  return {
    count: [...sums.values()].reduce((all, { count }) => all + count, 0),
    net: minor([...sums.values()].reduce((all, { net }) => all + net, 0)),
    byPromoter: largest.map(([id, sum]) => ({ promoter: promoters.get(id) as PromoterRow, ...sum })),
    leftOut,
    promoters,
  };
}

function leaveOut({ id, payeeId, net }: CommissionRow, refusal: Refusal): LeftOut {
  return { id, payeeId, net, code: refusal.refused };
}

/** Reads what is selected in slices. */
function rowsOf(db: Reader, frame: Frame, { ids, filter }: Selection) {
  let condition: CommissionCondition | Refusal | null = null;
  let after = '';
  let at = 0;
  return {
    next: async (): Promise<CommissionRow[] | Refusal> => {
      if (ids) {
        const slice = ids.slice(at, at + LOOK);
        at += LOOK;
        return commissionsById(db, frame.merchantId, [...new Set(slice)]);
      }
      condition ??= await conditionOf(db, filter ?? {}, frame);
      if (isRefusal(condition)) return condition;
      const slice = await commissionSlice(db, condition, after, LOOK);
      after = slice.at(-1)?.id ?? after;
      return slice;
    },
  };
}

/** One step of deciding many: what was decided, and from where the next one goes on; null after the last. */
export interface Step extends ManyDecided {
  readonly next: string | null;
}

/**
 * Decides the next slice of a selection in one transaction. `from` is where the last step ended (a place in the ids, or the last id
 * that the filter found); empty for the first. Everything is read once for the whole slice.
 */
export async function decideSlice(
  tx: Tx,
  hand: Hand,
  frame: Frame,
  selection: Selection,
  from: string,
  verdict: PersonsVerdict,
  now: Instant,
): Promise<Step | Refusal> {
  const slice = await sliceAt(tx, frame, selection, from);
  if (isRefusal(slice)) return slice;
  const saleIds = distinct(slice.rows.map((row) => row.saleId));
  await loadSettledSales(tx, hand, saleIds);
  await loadCounters(tx, hand, now);
  const leftOut: LeftOut[] = slice.unknown.map((id) => ({ id, payeeId: '', net: 0, code: 'unknown-commission' }));
  let count = 0;
  let net = 0;
  for (const row of slice.rows) {
    const sale = hand.sales.get(row.saleId);
    const commission = sale?.commissions.find((one) => one.row.id === row.id);
    const decided = decideInHand(hand, sale && commission ? { sale, commission } : null, verdict, now);
    if (isRefusal(decided)) leftOut.push(leaveOut(row, decided));
    else {
      count += 1;
      net += row.net;
    }
  }
  return { count, net, leftOut, next: slice.next };
}

interface SliceRead {
  readonly rows: readonly CommissionRow[];
  readonly unknown: readonly string[];
  readonly next: string | null;
}

async function sliceAt(tx: Tx, frame: Frame, { ids, filter }: Selection, from: string): Promise<SliceRead | Refusal> {
  if (ids) {
    const begin = Number(from || 0);
    const wanted = [...new Set(ids)].slice(begin, begin + SLICE);
    const rows = await commissionsById(tx, frame.merchantId, wanted);
    const known = new Set(rows.map((row) => row.id));
    const next = begin + SLICE < new Set(ids).size ? String(begin + SLICE) : null;
    return { rows, unknown: wanted.filter((id) => !known.has(id)), next };
  }
  const condition = await conditionOf(tx, filter ?? {}, frame);
  if (isRefusal(condition)) return condition;
  const rows = await commissionSlice(tx, condition, from, SLICE);
  return { rows, unknown: [], next: rows.length === SLICE ? (rows.at(-1)?.id ?? null) : null };
}
