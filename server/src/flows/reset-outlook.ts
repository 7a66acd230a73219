import { type BookInForce, type Ladder, type LadderState, nextReset, resetTo } from '@fenrun/engine';
import type { Instant, Zone } from '@fenrun/kernel';
import { type People, peopleOf } from '../modules/climbing';
import { ladderOf } from './timeline/climb';

/** What the next reset would do, if nobody moved until then. */
export interface ResetOutlook {
  readonly at: Instant;
  /** The programmes from which people go down, lowest first. */
  readonly leaving: readonly string[];
  /** Where people of a programme go who were not put there by hand. */
  readonly target: (programme: string) => string;
  readonly moves: number;
  /** Those who would move, had they not been put there by hand. */
  readonly pinned: number;
  /** How many would stand on a programme afterwards. */
  readonly after: (programme: string) => number;
}

/** The outlook after an instant; null while the ladder is off or has no reset. Counts come from how many stand where: nobody is read. */
export function resetOutlook(
  held: BookInForce,
  zone: Zone,
  after: Instant,
  people: ReadonlyMap<string, People>,
): ResetOutlook | null {
  const { ladder, state } = ladderOf(held);
  if (!ladder?.isOn || !ladder.reset) return null;
  const programmes = state.levels.map(({ programme }) => programme);
  const target = targetOf(ladder, state);
  const leaving = programmes.filter((programme) => target(programme) !== programme);
  const free = (programme: string) => {
    const there = peopleOf(people, programme);
    return there.people - there.pinned;
  };
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    at: nextReset(ladder.reset, zone, after).at,
    leaving,
    target,
    moves: sum(leaving.map(free)),
    pinned: sum(leaving.map((programme) => peopleOf(people, programme).pinned)),
    after: (programme) =>
      peopleOf(people, programme).pinned + sum(programmes.filter((from) => target(from) === programme).map(free)),
  };
}

function targetOf(ladder: Ladder, state: LadderState): (programme: string) => string {
  return (programme) => resetTo(ladder, state, { programme, isPinned: false });
}
