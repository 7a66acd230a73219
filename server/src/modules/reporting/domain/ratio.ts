/** `part` of `whole` in percent with one decimal (`"4.8"`); null without a whole. */
export function percentText(part: number, whole: number): string | null {
  return whole === 0 ? null : oneDecimal((part / whole) * 100);
}

/** How much a figure changed against one before, in percent with one decimal; null without a before. */
export function changeText(value: number, before: number): string | null {
  return before === 0 ? null : oneDecimal(((value - before) / Math.abs(before)) * 100);
}

/** A figure for the eye, with one decimal at most. */
export function oneDecimal(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

/** The middle of figures; null of none. */
export function median(figures: readonly number[]): number | null {
  if (figures.length === 0) return null;
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : Math.round(((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2);
}
