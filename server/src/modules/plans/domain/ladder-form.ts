import type { In } from '@fenrun/contracts';
import { fixedLevel, type Ladder, type LadderReset, ladderState } from '@fenrun/engine';
import { figureForm, readFigure } from './figure-form';
import type { FormReading } from './rate-form';

export type LadderForm = In<'climbing.saveLadder'>['body']['ladder'];

/**
 * The ladder in the form of the API, as it works now: levels whose programme was deactivated are left out, and a fixed reset names the
 * level that it means since.
 */
export function ladderForm(ladder: Ladder, currency: string, isActive: (programme: string) => boolean): LadderForm {
  const { levels } = ladderState(ladder, isActive, '');
  return {
    isOn: ladder.isOn,
    metric: ladder.metric,
    levels: levels.map(({ programme, threshold }) => ({
      programme,
      threshold: figureForm(threshold, ladder.metric, currency),
    })),
    reset: ladder.reset ? { ...ladder.reset, to: resetTarget(ladder, isActive) } : null,
  };
}

function resetTarget(ladder: Ladder, isActive: (programme: string) => boolean): LadderReset['to'] {
  const to = ladder.reset?.to ?? 'previous';
  if (to === 'previous') return to;
  const state = ladderState(ladder, isActive, '');
  const meant = state.levels[fixedLevel(ladder, state, to.programme) - 1];
  return { programme: meant?.programme ?? to.programme };
}

/** Reads a ladder from the form of the API; what is wrong is noted in `reading.errors` with pointers below `at`. */
export function readLadder(form: LadderForm, reading: FormReading, at = '/ladder'): Ladder {
  const { isOn, metric, levels, reset } = form;
  return {
    isOn,
    metric,
    levels: levels.map(({ programme, threshold }, index) => ({
      programme,
      threshold: readFigure(threshold, metric, reading, `${at}/levels/${index}/threshold`),
    })),
    reset,
  };
}
