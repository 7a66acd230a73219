import type { Instant } from '@fenrun/kernel';
import { marks, type Reader } from '../../../foundation/db';
import { ADMITTED, figureSql, type LadderCount, WITH_COUNTERS } from './ladder-figure';

/** How many people are somewhere, and how many of them were put there by hand. */
export interface People {
  readonly people: number;
  readonly pinned: number;
}

const NOBODY: People = { people: 0, pinned: 0 };

/** The people of one place; nobody where none are. */
export function peopleOf<Place>(counts: ReadonlyMap<Place, People>, place: Place): People {
  return counts.get(place) ?? NOBODY;
}

/** How many people are on each programme. */
export function peopleByProgramme(db: Reader, merchantId: string): Promise<ReadonlyMap<string, People>> {
  return countPeople(db, merchantId, 'programme', 'is_programme_pinned') as Promise<ReadonlyMap<string, People>>;
}

/** How many people are in each group; null is the default group. */
export function peopleByGroup(db: Reader, merchantId: string): Promise<ReadonlyMap<string | null, People>> {
  return countPeople(db, merchantId, 'group_code', 'is_group_pinned');
}

async function countPeople(
  db: Reader,
  merchantId: string,
  place: 'programme' | 'group_code',
  pinned: string,
): Promise<ReadonlyMap<string | null, People>> {
  const sql = `SELECT p.${place} AS place, COUNT(*) AS people, SUM(p.${pinned}) AS pinned FROM promoter p
    WHERE p.merchant_id = ? AND ${ADMITTED} GROUP BY p.${place}`;
  const rows = await db.rows<{ place: string | null; people: number | string; pinned: number | string }>(sql, [
    merchantId,
  ]);
  return new Map(rows.map((row) => [row.place, { people: Number(row.people), pinned: Number(row.pinned) }]));
}

/** How many people climbed from one programme to another, each counted once a pair. */
export interface Climbs {
  readonly from: string | null;
  readonly to: string;
  readonly people: number;
}

/** Who climbed since an instant: the programme before is that of the change before. */
export async function climbsSince(db: Reader, merchantId: string, since: Instant): Promise<readonly Climbs[]> {
  const climbed = "merchant_id = ? AND aspect = 'programme' AND cause = 'climbed' AND from_at >= ?";
  const sql = `SELECT wasOn, isOn, COUNT(DISTINCT promoter_id) AS people FROM (
      SELECT promoter_id, value AS isOn, cause, from_at,
        LAG(value) OVER (PARTITION BY promoter_id ORDER BY from_at, id) AS wasOn
      FROM promoter_change WHERE merchant_id = ? AND aspect = 'programme'
        AND promoter_id IN (SELECT promoter_id FROM promoter_change WHERE ${climbed})
    ) t WHERE cause = 'climbed' AND from_at >= ? GROUP BY wasOn, isOn`;
  const rows = await db.rows<{ wasOn: string | null; isOn: string; people: number | string }>(sql, [
    merchantId,
    merchantId,
    since,
    since,
  ]);
  return rows.map(({ wasOn, isOn, people }) => ({ from: wasOn, to: isOn, people: Number(people) }));
}

/** Somebody who is about to rise. */
export interface Rise {
  readonly promoterId: string;
  readonly programme: string;
  /** What is missing to the next level, in the ladder's metric; above zero. */
  readonly missing: number;
}

/** Those who miss least to the next level; who has gathered nothing in this cycle is not about to rise. `next` names the threshold after each programme. */
export async function nearestRises(
  db: Reader,
  merchantId: string,
  { metric, cycleAt }: LadderCount,
  next: ReadonlyMap<string, number>,
  limit: number,
): Promise<readonly Rise[]> {
  if (next.size === 0) return [];
  const figure = figureSql(metric);
  const steps = [...next];
  const sql = `SELECT p.id AS promoterId, p.programme AS programme,
      (CASE p.programme ${steps.map(() => 'WHEN ? THEN ?').join(' ')} END) - ${figure} AS missing
    FROM ${WITH_COUNTERS}
    WHERE p.merchant_id = ? AND p.programme IN (${marks(steps.length)}) AND p.is_programme_pinned = 0
      AND p.status = 'active' AND ${figure} > 0
    ORDER BY missing, p.id LIMIT ${Number(limit)}`;
  const params = [...steps.flat(), cycleAt, merchantId, ...steps.map(([programme]) => programme), cycleAt];
  const rows = await db.rows<{ promoterId: string; programme: string; missing: number | string }>(sql, params);
  return rows.map((row) => ({ ...row, missing: Number(row.missing) }));
}
