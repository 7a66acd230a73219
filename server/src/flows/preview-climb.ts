import { type BookInForce, levelOf } from '@fenrun/engine';
import type { Database } from '../foundation/db';
import { findOne } from '../foundation/db';
import { timelineTable } from '../modules/commission';
import { type Climb, type ClimbAspect, climbs } from './climb-all';
import { ladderOf } from './timeline/climb';

/** How many would go from one place to another. Null is the default group. */
export interface ClimbCount {
  readonly from: string | null;
  readonly to: string | null;
  people: number;
}

export interface ClimbPreview {
  readonly total: number;
  /** Those that reach highest first. */
  readonly moves: readonly ClimbCount[];
  readonly some: readonly Climb[];
}

/** People named at most. */
const NAMED = 50;

/** Who would move if the book that holds were saved now. It reads a snapshot, in slices, and touches nothing. */
export async function previewClimb(
  db: Database,
  merchantId: string,
  held: BookInForce,
  aspect: ClimbAspect,
): Promise<ClimbPreview> {
  const rank = rankOf(held, aspect);
  const counts = new Map<string, ClimbCount>();
  let some: Climb[] = [];
  let total = 0;
  const snapshot = await db.snapshot();
  try {
    const cycleAt = (await findOne(snapshot, timelineTable, 'merchant_id = ?', [merchantId]))?.cycleAt ?? 0;
    for await (const slice of climbs(snapshot, merchantId, held, cycleAt, aspect)) {
      const people = slice.filter(({ standing }) => standing.isAdmitted);
      total += people.length;
      for (const { from, to } of people) {
        const key = JSON.stringify([from, to]);
        const known = counts.get(key);
        if (known) known.people += 1;
        else counts.set(key, { from, to, people: 1 });
      }
      some = [...some, ...people].sort((a, b) => rank(b.to) - rank(a.to) || b.standing.figure - a.standing.figure);
      some.length = Math.min(some.length, NAMED);
    }
  } finally {
    await snapshot.close();
  }
  const moves = [...counts.values()].sort((a, b) => rank(b.to) - rank(a.to) || rank(b.from) - rank(a.from));
  return { total, moves, some };
}

/** The place of a level or group among the others, lowest first. */
function rankOf(held: BookInForce, aspect: ClimbAspect): (place: string | null) => number {
  if (aspect === 'group') return (place) => held.grouping.groups.findIndex(({ code }) => code === place);
  const { levels } = ladderOf(held).state;
  return (place) => (place === null ? 0 : (levelOf(levels, place) ?? 0));
}
