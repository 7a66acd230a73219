import { expect, test } from 'vitest';
import { climbOf, inOrderOfUse, type PlanBonus, type PlanLadder } from '@/features/promoters/plan';

const LADDER: PlanLadder = {
  metricText: '本期成交',
  value: '13640.00',
  levels: [
    { name: '新芽', rate: '8%', threshold: '0.00', state: 'passed' },
    { name: '青叶', rate: '10%', threshold: '5000.00', state: 'here' },
    { name: '长枝', rate: '12%', threshold: '20000.00', state: 'ahead' },
  ],
  next: { share: 0.682, text: '再有 ¥6,360.00 已审核的成交，升到「长枝」。' },
  pinned: false,
  reset: null,
};

const bonus = (sentence: string, running: boolean, share: number | null): PlanBonus => ({
  sentence,
  rate: '15%',
  running,
  until: null,
  untilText: null,
  progress: share === null ? null : { share, text: '' },
});

test('the ladder is filled from the level held to the share of the way to the next', () => {
  const { current, progress } = climbOf(LADDER);
  expect(current).toBe(1);
  expect(progress).toBeCloseTo(0.576);
});

test('below the first level nothing is reached yet', () => {
  const levels = LADDER.levels.map((level) => ({ ...level, state: 'ahead' as const, threshold: '20000.00' }));
  expect(climbOf({ ...LADDER, levels })).toEqual({ current: -1, progress: 0.682 });
});

test('on the highest level the line is full and nothing is missing', () => {
  const levels = LADDER.levels.map((level) => ({ ...level, state: 'passed' as const }));
  expect(climbOf({ ...LADDER, levels })).toEqual({ current: 2, progress: 0 });
});

test('a bonus that runs stands first, then the one that is nearest', () => {
  const bonuses = [bonus('far', false, 0.2), bonus('near', false, 0.9), bonus('running', true, null)];
  expect(inOrderOfUse(bonuses).map(({ sentence }) => sentence)).toEqual(['running', 'near', 'far']);
});
