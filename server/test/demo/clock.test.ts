import { expect, test } from 'vitest';
import { SettableClock } from '../../src/foundation/clock';

test('business time stands still while the machine sets its clock back, and goes on with it', () => {
  const real = [1_000, 1_500, 900, 1_400, 1_600];
  const clock = new SettableClock(() => real.shift() as number);
  clock.setOffset(10);
  expect([1, 2, 3, 4, 5].map(() => clock.now())).toEqual([1_010, 1_510, 1_510, 1_510, 1_610]);
});
