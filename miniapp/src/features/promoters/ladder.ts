/** A threshold may come as a plain amount or as words with an amount in them; for the line only its size matters. */
export function sizeOf(text: string): number {
  return Number(/\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replace(/,/g, '') ?? 0);
}

export interface Climb {
  levels: readonly { threshold: string }[];
  /** Which level is held, from 1; 0 below the first. */
  level: number;
  value: string;
}

/** Where the promoter stands: the index of the level held (−1 below the first) and the share of the way to the next. */
export function standingOn({ levels, level, value }: Climb): { current: number; progress: number } {
  const current = level - 1;
  const from = current >= 0 ? sizeOf(levels[current]?.threshold ?? '0') : 0;
  const next = levels[current + 1];
  if (!next) return { current, progress: 0 };
  const to = sizeOf(next.threshold);
  if (to <= from) return { current, progress: 0 };
  return { current, progress: Math.min(1, Math.max(0, (sizeOf(value) - from) / (to - from))) };
}
