/** A source of numbers in [0, 1). Stories take it as an argument, so that one seed always tells the same story. */
export type Random = () => number;

/** sfc32, seeded by a whole number: small, fast, the same on every machine. */
export function seededRandom(seed: number): Random {
  let a = seed | 0;
  let b = 0x9e3779b9;
  let c = 0x243f6a88;
  let counter = 1;
  const next = () => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + mixed) | 0;
    return (mixed >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

export type Dice = ReturnType<typeof diceOf>;

/** What a storyteller asks of chance. */
export function diceOf(random: Random) {
  const between = (from: number, to: number): number => from + random() * (to - from);
  return {
    chance: (probability: number): boolean => random() < probability,
    between,
    /** A whole number from `from` to `to`, both included. */
    whole: (from: number, to: number): number => Math.floor(between(from, to + 1)),
    pick: <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!,
    weighted: <T>(list: readonly T[], weightOf: (item: T) => number): T => {
      const total = list.reduce((sum, item) => sum + weightOf(item), 0);
      let left = random() * total;
      for (const item of list) {
        left -= weightOf(item);
        if (left < 0) return item;
      }
      return list.at(-1)!;
    },
    /** How many rare things happen where `mean` are expected (Knuth), at most 40. */
    poisson: (mean: number): number => {
      let product = random();
      let count = 0;
      while (product > Math.exp(-mean) && count < 40) {
        product *= random();
        count += 1;
      }
      return count;
    },
  };
}
