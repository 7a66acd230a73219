/** A seeded source of choices (mulberry32), so that a scenario can be drawn again from its number. */
export class Dice {
  constructor(private state: number) {}

  below(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }

  one<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  some<T>(values: readonly T[], times = 2): T[] {
    return values.filter(() => this.once(times));
  }
}

export const SKUS = ['TEA', 'CUP', 'POT', 'GIFT', 'BOX'];
export const CATEGORIES = ['tea', 'ware', 'home'];
export const PROMOTERS = ['A', 'B', 'C', 'D', 'E', 'F'];
export const CUSTOMERS = ['C1', 'C2', 'C3', 'C4', 'C-A', 'C-B'];
export const GROUPS = ['Silver', 'Gold', 'Stars'];
export const PROGRAMMES = ['P1', 'P2', 'P3', 'VIP'];
export const CAMPAIGNS = ['SALE', 'SPRINT'];

export const amount = (dice: Dice, most: number) => (dice.below(most * 100) / 100).toFixed(2);
