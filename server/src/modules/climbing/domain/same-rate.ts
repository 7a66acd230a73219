import type { Rate } from '@fenrun/kernel';

/** Whether two rates pay the same. */
export function isSameRate(a: Rate, b: Rate): boolean {
  if (a.kind === 'percent') return b.kind === 'percent' && a.percent === b.percent;
  return b.kind === 'fixed' && a.amount === b.amount && a.per === b.per;
}
