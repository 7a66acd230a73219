import { minor, parseInstant, percent, zone } from '@fenrun/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bonusWindow,
  climbGroup,
  climbTo,
  contributionOf,
  demoteTo,
  type Grouping,
  type Ladder,
  ladderState,
  leaveDeactivated,
  levelOf,
  measureOf,
  monthStarts,
  nextReset,
  previewReset,
  releaseGroup,
  releaseTo,
  resetInstant,
  resetsBetween,
  resetTo,
  startBonus,
  stepsReached,
  stepsReachedOnFirst,
  type TierBonuses,
} from '../src/index';

const at = (text: string) => parseInstant(text) as number;
const LADDER: Ladder = {
  isOn: true,
  metric: 'referral_order_value',
  levels: ['L1', 'L2', 'L3', 'L4', 'L5'].map((programme, index) => ({
    programme,
    threshold: [0, 500, 1000, 2000, 5000][index] as number,
  })),
  reset: { everyMonths: 2, day: 29, from: '2024-01-01', to: { programme: 'L3' } },
};
const withoutProgrammes = (...gone: string[]) => ladderState(LADDER, (code) => !gone.includes(code), 'L1');
const STATE = withoutProgrammes();
const on = (programme: string, isPinned = false) => ({ programme, isPinned });

// domain.md, section 6: the ladder.

test('the highest satisfied level holds, jumps are allowed, and reached means at or above', () => {
  expect([0, 499, 500, 999, 1000, 5000, 9999].map((counter) => climbTo(STATE, on('L1'), counter))).toEqual([
    'L1',
    'L1',
    'L2',
    'L2',
    'L3',
    'L5',
    'L5',
  ]);
});

test('the ladder moves nobody down, nobody pinned, and nobody on a programme beside it', () => {
  expect(climbTo(STATE, on('L4'), 0)).toBe('L4');
  expect(climbTo(STATE, on('L1', true), 9999)).toBe('L1');
  expect(climbTo(STATE, on('VIP'), 9999)).toBe('VIP');
  expect(climbTo({ ...STATE, isOn: false }, on('L1'), 9999)).toBe('L1');
});

test('a default programme beside the ladder stands below level 1', () => {
  const state = { ...STATE, defaultProgramme: 'START' };
  expect(climbTo(state, on('START'), 0)).toBe('L1');
  expect(climbTo({ ...state, levels: STATE.levels.slice(1) }, on('START'), 499)).toBe('START');
});

test('release goes to the highest satisfied level, up or down, else to the default programme', () => {
  expect(releaseTo(STATE, on('L5'), 600)).toBe('L2');
  expect(releaseTo(STATE, on('VIP'), 1000)).toBe('L3');
  expect(releaseTo({ ...STATE, levels: [], isOn: false }, on('VIP'), 1000)).toBe('L1');
});

test('a deactivated programme takes its level away: its members fall to the highest satisfied one below', () => {
  const state = withoutProgrammes('L3');
  expect(leaveDeactivated(LADDER, state, on('L3'), 9999)).toBe('L2');
  expect(leaveDeactivated(LADDER, state, on('L3'), 100)).toBe('L1');
  expect(leaveDeactivated(LADDER, state, on('L3', true), 100)).toBe('L3');
  expect(leaveDeactivated(LADDER, withoutProgrammes('VIP'), on('VIP'), 9999)).toBe('L1');
  expect(levelOf(state.levels, 'L4')).toBe(3);
  // Evaluated afterwards, who satisfies more climbs again.
  expect(climbTo(state, on('L2'), 9999)).toBe('L5');
});

test('with demotion on, a counter that falls below the own level goes to the highest still satisfied', () => {
  expect(demoteTo(STATE, on('L3'), 1000, 999)).toBe('L2');
  expect(demoteTo(STATE, on('L3'), 1000, 0)).toBe('L1');
  expect(demoteTo(STATE, on('L3'), 2000, 1000)).toBe('L3');
  // He stands there by a reset, not by his counter: nothing was crossed.
  expect(demoteTo(STATE, on('L3'), 900, 100)).toBe('L3');
  expect(demoteTo(STATE, on('L3', true), 1000, 0)).toBe('L3');
});

test('a reset to a fixed level moves only those above it, and keeps meaning its programme', () => {
  const moves = (state = STATE) =>
    ['L1', 'L2', 'L3', 'L4', 'L5', 'VIP'].map((programme) => resetTo(LADDER, state, on(programme)));
  expect(moves()).toEqual(['L1', 'L2', 'L3', 'L3', 'L3', 'VIP']);
  expect(resetTo(LADDER, withoutProgrammes('L3'), on('L5'))).toBe('L2');
  expect(resetTo(LADDER, withoutProgrammes('L3', 'L2', 'L1'), on('L5'))).toBe('L4');
  expect(resetTo(LADDER, withoutProgrammes('L1'), on('L5'))).toBe('L3');
});

test('a reset to the previous level takes everybody one down, never below level 1, and no pinned one', () => {
  const ladder: Ladder = { ...LADDER, reset: { everyMonths: 1, day: 1, from: '2024-01-01', to: 'previous' } };
  expect(['L1', 'L2', 'L5'].map((programme) => resetTo(ladder, STATE, on(programme)))).toEqual(['L1', 'L1', 'L4']);
  expect(previewReset(ladder, STATE, [on('L1'), on('L4'), on('L5', true)])).toEqual([{ position: on('L4'), to: 'L3' }]);
});

test('resets fall on the last day where a month is short, and do not drift', () => {
  const reset = { everyMonths: 1, day: 31, from: '2024-01-31', to: 'previous' as const };
  const shanghai = zone('Asia/Shanghai');
  const days = [1, 2, 3, 12, 13].map((k) => shanghai.dayAt(resetInstant(reset, k, shanghai)));
  expect(days).toEqual(['2024-02-29', '2024-03-31', '2024-04-30', '2025-01-31', '2025-02-28']);
  expect(resetInstant(reset, 1, shanghai)).toBe(at('2024-02-29T00:00:00+08:00'));
});

test('missed resets are listed each at its own instant, in the zone of the merchant', () => {
  const reset = { everyMonths: 2, day: 10, from: '2024-01-05', to: 'previous' as const };
  const york = zone('America/New_York');
  const found = resetsBetween(reset, york, at('2024-03-10T00:00:00-05:00'), at('2024-09-10T00:00:00-04:00'));
  expect(found).toEqual([
    { k: 2, at: at('2024-05-10T00:00:00-04:00') },
    { k: 3, at: at('2024-07-10T00:00:00-04:00') },
    { k: 4, at: at('2024-09-10T00:00:00-04:00') },
  ]);
  expect(nextReset(reset, york, at('2020-01-01T00:00:00Z'))).toEqual({ k: 1, at: at('2024-03-10T00:00:00-05:00') });
});

test('any split of time finds the same resets, each once', () => {
  const shanghai = zone('Asia/Shanghai');
  const times = fc.array(fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 31 }), times, (everyMonths, day, cuts) => {
      const reset = { everyMonths, day, from: '2023-06-15', to: 'previous' as const };
      const edges = [at('2019-01-01T00:00:00Z'), ...cuts.sort((a, b) => a - b), at('2031-01-01T00:00:00Z')];
      const whole = resetsBetween(reset, shanghai, edges[0] as number, edges.at(-1) as number);
      const parts = edges.slice(1).flatMap((to, index) => resetsBetween(reset, shanghai, edges[index] as number, to));
      expect(parts).toEqual(whole);
    }),
    { numRuns: 200 },
  );
});

test('automatic moves never go down but by reset, deactivation or demotion', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('L1', 'L2', 'L3', 'L4', 'L5'),
      fc.boolean(),
      fc.nat(9999),
      fc.nat(9999),
      (programme, isPinned, before, after) => {
        const level = (code: string) => levelOf(STATE.levels, code) ?? 0;
        expect(level(climbTo(STATE, on(programme, isPinned), after))).toBeGreaterThanOrEqual(level(programme));
        expect(level(demoteTo(STATE, on(programme, isPinned), before, after))).toBeLessThanOrEqual(level(programme));
        expect(level(resetTo(LADDER, STATE, on(programme, isPinned)))).toBeLessThanOrEqual(level(programme));
        // Climbing again changes nothing.
        const climbed = climbTo(STATE, on(programme, isPinned), after);
        expect(climbTo(STATE, on(climbed, isPinned), after)).toBe(climbed);
      },
    ),
  );
});

// domain.md, section 6: groups.

const GROUPING: Grouping = {
  isOn: true,
  groups: [
    { code: 'Silver', auto: { join: 'all', compare: 'gte', criteria: { orders: 2, revenue: minor(10_000) } } },
    { code: 'Gold', auto: { join: 'any', compare: 'gt', criteria: { orders: 50, customers: 20 } } },
    { code: 'Stars', auto: null },
  ],
};
const counts = (orders: number, revenue: number, customers = 0) => ({ orders, revenue, customers });

test('criteria are joined by all or any and compared by at least or more than', () => {
  const found = (counters: ReturnType<typeof counts>) =>
    climbGroup(GROUPING, { group: null, isPinned: false }, counters);
  expect(found(counts(2, 9_999))).toBe(null);
  expect(found(counts(2, 10_000))).toBe('Silver');
  expect(found(counts(50, 10_000, 20))).toBe('Silver');
  expect(found(counts(1, 0, 21))).toBe('Gold');
  expect(found(counts(51, 0))).toBe('Gold');
});

test('groups only ever move up by themselves; a hand assigns and releases', () => {
  expect(climbGroup(GROUPING, { group: 'Gold', isPinned: false }, counts(2, 10_000))).toBe('Gold');
  expect(climbGroup(GROUPING, { group: 'Stars', isPinned: false }, counts(99, 99_999, 99))).toBe('Stars');
  expect(climbGroup(GROUPING, { group: null, isPinned: true }, counts(99, 99_999, 99))).toBe(null);
  expect(climbGroup({ ...GROUPING, isOn: false }, { group: null, isPinned: false }, counts(99, 99_999, 99))).toBe(null);
  expect(releaseGroup(GROUPING, 'Stars', counts(2, 10_000))).toBe('Silver');
  expect(releaseGroup(GROUPING, 'Stars', counts(0, 0))).toBe(null);
});

// domain.md, section 6: tier bonuses.

const step = (threshold: number, window: TierBonuses['steps'][number]['window'], days: number | null) => ({
  threshold,
  window,
  rate: { kind: 'percent' as const, percent: percent('6') },
  days,
});
const BONUSES: TierBonuses = {
  metric: 'sales',
  steps: [step(1000, 'since_joining', 30), step(2000, 'last_month', 10), step(500, 'trailing_30_days', null)],
};

test('a step is reached by the approval that lifts its metric from below to at or above the threshold', () => {
  expect(stepsReached(BONUSES, [1000, 0, 500], [1, 0, 500])).toEqual([1, 3]);
  expect(stepsReached(BONUSES, [1500, 0, 600], [500, 0, 100])).toEqual([]);
  expect(stepsReached(BONUSES, [999, 0, 499], [999, 0, 499])).toEqual([]);
  expect(stepsReachedOnFirst(BONUSES, [5000, 2000, 5000])).toEqual([2]);
});

test('qualifying again extends a bonus to the later end; a permanent one stays', () => {
  const day = 86_400_000;
  const started = startBonus(BONUSES, 1, 0, null);
  expect(started).toMatchObject({ step: 1, threshold: 1000, from: 0, to: 30 * day });
  expect(startBonus(BONUSES, 1, 5 * day, started)).toMatchObject({ from: 0, to: 35 * day });
  const shorter = { ...BONUSES, steps: [step(1000, 'since_joining', 3)] };
  expect(startBonus(shorter, 1, 5 * day, started).to).toBe(30 * day);
  expect(startBonus(BONUSES, 3, 0, null).to).toBe(null);
  expect(startBonus(BONUSES, 1, day, { ...started, to: null }).to).toBe(null);
});

test('the windows of bonus metrics follow the calendar of the zone, or 30 days of 24 hours', () => {
  const shanghai = zone('Asia/Shanghai');
  const now = at('2024-09-15T12:00:00+08:00');
  const sees = (window: 'last_month' | 'trailing_30_days' | 'since_joining', paidAt: string) =>
    measureOf('sales', { paidAt: at(paidAt), remainingBase: 7 }, bonusWindow(window, now, shanghai)) === 7;
  expect(sees('last_month', '2024-08-01T00:00:00+08:00')).toBe(true);
  expect(sees('last_month', '2024-07-31T23:59:59.999+08:00')).toBe(false);
  expect(sees('last_month', '2024-09-01T00:00:00+08:00')).toBe(false);
  expect(sees('trailing_30_days', '2024-08-16T12:00:00+08:00')).toBe(false);
  expect(sees('trailing_30_days', '2024-08-16T12:00:00.001+08:00')).toBe(true);
  expect(sees('trailing_30_days', '2024-09-15T12:00:00+08:00')).toBe(true);
  expect(sees('since_joining', '2001-01-01T00:00:00Z')).toBe(true);
  const january = bonusWindow('last_month', at('2024-01-01T00:00:00+08:00'), shanghai);
  expect(january).toEqual({ from: at('2023-12-01T00:00:00+08:00'), to: at('2024-01-01T00:00:00+08:00') });
  expect(monthStarts(shanghai, at('2024-11-30T23:00:00+08:00'), at('2025-01-01T00:00:00+08:00'))).toEqual([
    at('2024-12-01T00:00:00+08:00'),
    at('2025-01-01T00:00:00+08:00'),
  ]);
});

// domain.md, section 6: what counts.

test('only approved and paid commissions count, direct ones everywhere, network ones in what was earned and referred', () => {
  const commission = { net: minor(900), remainingBase: minor(10_000), countsRebate: false };
  const direct = contributionOf({ ...commission, kind: 'direct', status: 'approved' });
  expect(direct).toEqual({
    referral_order_value: 10_000,
    referral_order_count: 1,
    earned_commission: 900,
    downline_sales: 10_000,
    personal_volume: 10_000,
    orders: 1,
    revenue: 10_000,
  });
  expect(contributionOf({ ...commission, kind: 'network', status: 'paid' })).toMatchObject({
    referral_order_value: 10_000,
    earned_commission: 900,
    downline_sales: 0,
    personal_volume: 0,
    orders: 0,
  });
  const nothing = Object.values(contributionOf({ ...commission, kind: 'bonus', status: 'approved' }));
  expect(nothing.every((value) => value === 0)).toBe(true);
  for (const status of ['pending', 'in_review', 'rejected', 'reversed'] as const) {
    expect(Object.values(contributionOf({ ...commission, kind: 'direct', status })).every((value) => value === 0)).toBe(
      true,
    );
  }
  expect(contributionOf({ ...commission, kind: 'self', status: 'approved' }).orders).toBe(0);
  expect(contributionOf({ ...commission, kind: 'self', status: 'approved', countsRebate: true })).toEqual(direct);
  expect(
    contributionOf({ ...commission, kind: 'direct', status: 'paid', remainingBase: minor(0), net: minor(0) }).orders,
  ).toBe(0);
});
