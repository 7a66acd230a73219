/** A source of chance that repeats: the same seed gives the same numbers. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  whole(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  is(share: number): boolean;
}

/** Mulberry32: small, seeded, good enough for tests. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    pick: <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T,
    is: (share) => next() < share,
  };
}
