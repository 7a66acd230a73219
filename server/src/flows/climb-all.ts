import { type BookInForce, type CompiledBook, climbGroup, climbTo, inForce } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import type { Reader, Tx } from '../foundation/db';
import { type LadderCount, type Standing, standings } from '../modules/climbing';
import { promotersById } from '../modules/promoters';
import { ladderCounter, ladderOf } from './timeline/climb';
import type { Hand, PromoterInHand } from './timeline/hand';
import { bare, loadCounters } from './timeline/load-promoters';
import { moveGroup, moveProgramme } from './timeline/move';

/** What is looked at: the place on the ladder, or the group. */
export type ClimbAspect = 'programme' | 'group';

/** Somebody who does not stand where he belongs. Null is the default group. */
export interface Climb {
  readonly standing: Standing;
  readonly from: string | null;
  readonly to: string | null;
}

/** Whom a rule book would move at an instant, in slices, as somebody would who looks at everybody: automatic moves only go up. */
export async function* climbs(
  db: Reader,
  merchantId: string,
  held: BookInForce,
  cycleAt: Instant,
  aspect: ClimbAspect,
): AsyncGenerator<readonly Climb[]> {
  const { ladder } = held;
  const isOn = aspect === 'programme' ? ladder?.isOn : held.grouping.isOn;
  if (!isOn) return;
  const count: LadderCount | null = ladder ? { metric: ladder.metric, cycleAt } : null;
  const target = targetBy(held, aspect);
  for await (const slice of standings(db, merchantId, count)) yield slice.flatMap((standing) => target(standing) ?? []);
}

/** Where somebody belongs; null where he is there. */
function targetBy(held: BookInForce, aspect: ClimbAspect): (standing: Standing) => Climb | null {
  const { state } = ladderOf(held);
  return (standing) => {
    const { programme, groupCode } = standing;
    const from = aspect === 'programme' ? programme : groupCode;
    const to =
      aspect === 'programme'
        ? climbTo(state, { programme, isPinned: standing.isProgrammePinned }, standing.figure)
        : climbGroup(held.grouping, { group: groupCode, isPinned: standing.isGroupPinned }, standing);
    return to === from ? null : { standing, from, to };
  };
}

/**
 * Puts everybody where he belongs by a rule book that was just saved, from this instant on. Answers how many people moved. Whom the
 * command has in hand already may be ahead of the database, so he is looked at there.
 */
export async function climbAll(
  tx: Tx,
  hand: Hand,
  compiled: CompiledBook,
  aspect: ClimbAspect,
  now: Instant,
): Promise<number> {
  const held = inForce(compiled, now);
  let moved = 0;
  const move = (promoter: PromoterInHand, to: string | null, isAdmitted: boolean) => {
    if (aspect === 'programme') moveProgramme(hand, promoter, to as string, 'climbed', now);
    else moveGroup(hand, promoter, to, 'climbed', now);
    if (isAdmitted) moved += 1;
  };
  for await (const slice of climbs(tx, hand.merchantId, held, hand.timeline.cycleAt, aspect)) {
    const fresh = new Map(slice.map((climb) => [climb.standing.id, climb]));
    for (const id of hand.promoters.keys()) fresh.delete(id);
    for (const row of await promotersById(tx, hand.merchantId, [...fresh.keys()])) {
      const climb = fresh.get(row.id);
      if (climb) move(bare(row), climb.to, climb.standing.isAdmitted);
    }
  }
  await loadCounters(tx, hand, now);
  const target = targetBy(held, aspect);
  for (const promoter of hand.promoters.values()) {
    const climb = target(standingOf(hand, promoter, held));
    if (climb) move(promoter, climb.to, climb.standing.isAdmitted);
  }
  return moved;
}

/** The standing of somebody in hand, whose counters were read. */
function standingOf(hand: Hand, { row, counter }: PromoterInHand, { ladder }: BookInForce): Standing {
  const { orders, revenue, customers } = counter ?? NOTHING;
  const isAdmitted = row.status !== 'applicant' && row.status !== 'rejected';
  return { ...row, isAdmitted, figure: ladderCounter(hand, ladder, counter), orders, revenue, customers };
}

const NOTHING = { orders: 0, revenue: 0, customers: 0 };
