/** How much of what is wanted is there, as a bar from 0 to 1. */
export function shareOf(value: number, wanted: number): number {
  return wanted <= 0 ? 1 : Math.min(1, Math.max(0, value / wanted));
}
