import type { Finding, Ladder } from '@fenrun/engine';

/** Which field of a level a finding is about. */
const IN_LEVEL: Readonly<Partial<Record<Finding['code'], 'programme' | 'threshold'>>> = {
  'unknown-programme': 'programme',
  'ladder-programme-inactive': 'programme',
  'ladder-programme-twice': 'programme',
  'ladder-thresholds-not-rising': 'threshold',
};

const IN_LADDER: Readonly<Partial<Record<Finding['code'], string>>> = {
  'ladder-empty': '/levels',
  'reset-not-valid': '/reset',
  'reset-level-unknown': '/reset/to/programme',
};

/** A JSON pointer into the form of a ladder, without anything before it; empty where it is about the whole. */
export function pointerInLadder({ levels }: Ladder, { code, about, facts }: Finding): string {
  const whole = IN_LADDER[code];
  if (whole) return whole;
  const field = IN_LEVEL[code];
  if (!field) return '';
  const { threshold } = facts;
  const places = levels.flatMap((level, index) =>
    level.programme === about[0] && (threshold === undefined || level.threshold === threshold) ? [index] : [],
  );
  // Of a programme that stands there twice, the later one is too much.
  const place = places.at(-1);
  return place === undefined ? '' : `/levels/${place}/${field}`;
}

/** The same for the steps of the tier bonus, which findings name by their number. */
export function pointerInTierBonuses({ code, about }: Finding): string {
  const step = Number(about[0]?.split(':')[1] ?? '');
  if (!Number.isInteger(step) || step < 1) return '';
  return `/steps/${step - 1}/${code === 'bonus-step-not-valid' ? 'threshold' : 'rate'}`;
}
