import type { Ladder } from '../model/index';
import { type LadderPosition, type LadderState, levelOf, programmeAt, satisfiedLevel } from './ladder-state';

/**
 * The programme in which a promoter belongs by the counter, at any instant: an unpinned one on a ladder programme or the default one
 * stands at least on the highest satisfied level; this only ever moves up. Source: domain.md, section 6.
 */
export function climbTo(state: LadderState, position: LadderPosition, counter: number): string {
  const own = automaticLevel(state, position);
  if (own === null || !state.isOn) return position.programme;
  const reached = satisfiedLevel(state.levels, counter);
  return reached > own ? programmeAt(state, reached) : position.programme;
}

/** The level from which automatic moves start: 0 on a default programme beside the ladder, null where there are none. */
function automaticLevel(state: LadderState, { programme, isPinned }: LadderPosition): number | null {
  if (isPinned) return null;
  return levelOf(state.levels, programme) ?? (programme === state.defaultProgramme ? 0 : null);
}

/** Where a released promoter goes, up or down: the highest satisfied level, else the default programme. A ladder that is switched off moves nobody. */
export function releaseTo(state: LadderState, position: LadderPosition, counter: number): string {
  if (!state.isOn && state.levels.length > 0) return position.programme;
  return programmeAt(state, satisfiedLevel(state.levels, counter));
}

/**
 * Where `demoteOnRefund` takes a promoter whose counter a refund, rejection or adjustment brought from `before` to `after`: if that crosses
 * the threshold of the own level, to the highest level still satisfied, else to the default programme.
 */
export function demoteTo(state: LadderState, position: LadderPosition, before: number, after: number): string {
  const own = position.isPinned || !state.isOn ? null : levelOf(state.levels, position.programme);
  const threshold = own === null ? undefined : state.levels[own - 1]?.threshold;
  if (threshold === undefined || before < threshold || after >= threshold) return position.programme;
  return programmeAt(state, satisfiedLevel(state.levels, after));
}

/**
 * Where a member of a programme that is being deactivated goes: to the highest remaining satisfied level below the one that goes, else to the
 * default programme. Pinned members stay. `state` is the ladder without the level; everybody is to be evaluated by `climbTo` afterwards.
 */
export function leaveDeactivated(
  ladder: Ladder | null,
  state: LadderState,
  position: LadderPosition,
  counter: number,
): string {
  if (position.isPinned) return position.programme;
  const place = ladder?.levels.findIndex(({ programme }) => programme === position.programme) ?? -1;
  if (place < 0) return state.defaultProgramme;
  const below = new Set(ladder?.levels.slice(0, place).map(({ programme }) => programme));
  const most = state.levels.filter(({ programme }) => below.has(programme)).length;
  return programmeAt(state, satisfiedLevel(state.levels, counter, most));
}

/** Where a reset takes a promoter: one level down but not below level 1, or from above a fixed level to it. Counters restart for everybody, pinned or not. */
export function resetTo(ladder: Ladder, state: LadderState, position: LadderPosition): string {
  const own = position.isPinned || !state.isOn ? null : levelOf(state.levels, position.programme);
  if (own === null || !ladder.reset) return position.programme;
  const { to } = ladder.reset;
  const target = to === 'previous' ? Math.max(own - 1, 1) : Math.min(own, fixedLevel(ladder, state, to.programme));
  return programmeAt(state, target);
}

/** The level that a fixed reset means: that of its programme; once that is gone, the next lower remaining one, else the lowest. */
export function fixedLevel(ladder: Ladder, state: LadderState, programme: string): number {
  const place = ladder.levels.findIndex((level) => level.programme === programme);
  for (let index = place; index >= 0; index -= 1) {
    const level = levelOf(state.levels, ladder.levels[index]?.programme ?? '');
    if (level !== null) return level;
  }
  return 1;
}

/** Who would move at a reset, and where to. */
export function previewReset<P extends LadderPosition>(
  ladder: Ladder,
  state: LadderState,
  positions: readonly P[],
): { readonly position: P; readonly to: string }[] {
  return positions
    .map((position) => ({ position, to: resetTo(ladder, state, position) }))
    .filter(({ position, to }) => to !== position.programme);
}
