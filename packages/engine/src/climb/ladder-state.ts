import type { Ladder, Level } from '../model/index';

/** The ladder as it stands now: the levels that are left, lowest first, and where those go who reach none. */
export interface LadderState {
  /** False also if the merchant has no ladder. */
  readonly isOn: boolean;
  readonly levels: readonly Level[];
  readonly defaultProgramme: string;
}

/** Where a promoter stands. Pinned: a person set the programme. */
export interface LadderPosition {
  readonly programme: string;
  readonly isPinned: boolean;
}

/** The levels whose programme is active, renumbered from 1 by their place. */
export function remainingLevels(ladder: Ladder | null, isActive: (programme: string) => boolean): readonly Level[] {
  return ladder ? ladder.levels.filter(({ programme }) => isActive(programme)) : [];
}

export function ladderState(
  ladder: Ladder | null,
  isActive: (programme: string) => boolean,
  defaultProgramme: string,
): LadderState {
  return { isOn: ladder?.isOn ?? false, levels: remainingLevels(ladder, isActive), defaultProgramme };
}

/** The 1-based level of a programme; null beside the ladder. */
export function levelOf(levels: readonly Level[], programme: string): number | null {
  const place = levels.findIndex((level) => level.programme === programme);
  return place < 0 ? null : place + 1;
}

/** The highest level that the counter reaches (`≥`), up to `most`; 0 if it reaches none. */
export function satisfiedLevel(levels: readonly Level[], counter: number, most: number = levels.length): number {
  for (let level = most; level > 0; level -= 1) {
    if (counter >= (levels[level - 1] as Level).threshold) return level;
  }
  return 0;
}

/** The programme of a 1-based level, the default programme for 0. */
export function programmeAt(state: LadderState, level: number): string {
  return state.levels[level - 1]?.programme ?? state.defaultProgramme;
}
