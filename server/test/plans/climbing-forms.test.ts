import type { FieldError } from '@fenrun/kernel';
import { expect, test } from 'vitest';
import {
  groupingForm,
  type LadderForm,
  ladderForm,
  readGrouping,
  readLadder,
  readTierBonuses,
  tierBonusesForm,
} from '../../src/modules/plans';

const always = () => true;

function reading(currency = 'CNY'): { currency: string; errors: FieldError[] } {
  return { currency, errors: [] };
}

const ladder: LadderForm = {
  isOn: true,
  metric: 'referral_order_value',
  levels: [
    { programme: 'standard', threshold: '0.00' },
    { programme: 'advanced', threshold: '5000.00' },
    { programme: 'senior', threshold: '30000.00' },
  ],
  reset: { everyMonths: 6, day: 31, from: '2024-01-31', to: { programme: 'senior' } },
};

test('a ladder is read and written in the currency’s digits, or in whole orders', () => {
  const read = readLadder(ladder, reading());
  expect(read.levels.map(({ threshold }) => threshold)).toEqual([0, 500_000, 3_000_000]);
  expect(ladderForm(read, 'CNY', always)).toEqual(ladder);
  const yen = { ...ladder, levels: [{ programme: 'standard', threshold: '5000' }], reset: null };
  expect(readLadder(yen, reading('JPY')).levels[0]?.threshold).toBe(5000);
  const counting = { ...yen, metric: 'referral_order_count' as const };
  expect(ladderForm(readLadder(counting, reading()), 'CNY', always)).toEqual(counting);
});

test('a threshold with too many digits, or half an order, is named by its place', () => {
  const wrong = reading('JPY');
  readLadder(ladder, wrong);
  expect(wrong.errors[1]).toEqual({ pointer: '/ladder/levels/1/threshold', code: 'invalid-amount' });
  const half = reading();
  const levels = [{ programme: 'standard', threshold: '1.5' }];
  readLadder({ ...ladder, metric: 'referral_order_count', levels }, half, '/changes/0/ladder');
  expect(half.errors).toEqual([{ pointer: '/changes/0/ladder/levels/0/threshold', code: 'invalid-count' }]);
});

test('a ladder is shown as it works: without deactivated programmes, a fixed reset with the level that it means since', () => {
  const shown = ladderForm(readLadder(ladder, reading()), 'CNY', (programme) => programme !== 'senior');
  expect(shown.levels.map(({ programme }) => programme)).toEqual(['standard', 'advanced']);
  expect(shown.reset?.to).toEqual({ programme: 'advanced' });
});

test('groups are read and written with their names; one whose criteria ask nothing is entered by hand', () => {
  const auto = { join: 'all' as const, compare: 'gte' as const, criteria: { orders: 3, revenue: '100.00' } };
  const form = { isOn: true, groups: [{ id: 'gold', name: '金牌组', auto }] };
  const read = readGrouping(form, reading());
  expect(read.groups[0]).toMatchObject({ code: 'gold', name: '金牌组', auto: { criteria: { revenue: 10_000 } } });
  expect(groupingForm(read, 'CNY')).toEqual(form);
  const empty = { id: 'silver', name: ' 银牌组 ', auto: { ...auto, criteria: {} } };
  expect(readGrouping({ isOn: true, groups: [empty] }, reading()).groups[0]).toEqual({
    code: 'silver',
    name: '银牌组',
    auto: null,
  });
  const twice = reading();
  readGrouping({ isOn: true, groups: [empty, empty] }, twice);
  expect(twice.errors).toEqual([{ pointer: '/groups/groups/1/id', code: 'already-exists' }]);
});

test('steps of the tier bonus are above nothing', () => {
  const step = { threshold: '10000.00', window: 'last_month' as const, rate: { percent: '12' }, days: 30 };
  const form = { metric: 'sales' as const, steps: [step] };
  expect(tierBonusesForm(readTierBonuses(form, reading()), 'CNY')).toEqual(form);
  const wrong = reading();
  readTierBonuses({ ...form, steps: [step, { ...step, threshold: '0' }] }, wrong);
  expect(wrong.errors).toEqual([{ pointer: '/tierBonuses/steps/1/threshold', code: 'too-small' }]);
});
