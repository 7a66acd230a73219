/** Dots are drawn on this grid, in pixels. */
export const dotPitch = 12;

/** Rows of dots that a level may have before a dot stands for more people. */
const dotRows = 6;

/** How many dots stand beside each other in a column of this width. */
export const dotsPerRow = (width: number): number => Math.max(6, Math.floor(width / dotPitch));

/** What one dot stands for: the least of 1, 10, 100, … people with which the fullest level has room. */
export function dotUnit(people: readonly number[], perRow: number): number {
  const most = Math.max(0, ...people);
  let unit = 1;
  while (Math.ceil(most / unit) > perRow * dotRows) unit *= 10;
  return unit;
}

/** A part of a unit counts as one dot, so that nobody disappears. */
export const dotsFor = (people: number, unit: number): number => Math.ceil(people / unit);
