import { expect, test } from 'vitest';
import { daysOf } from '@/features/commission/days';
import { amountOf, type OwnCommission, segmentsOf } from '@/features/commission/model';
import { standingOn } from '@/features/promoters/ladder';
import { CHINA, instantOf } from '@/lib/zone';

const calendar = { now: instantOf('2026-11-21T20:16:00+08:00'), zone: CHINA, language: 'zh' as const };

function row(net: string, movedAt: string, extra: Partial<OwnCommission> = {}): OwnCommission {
  const base = {
    id: `${net}${movedAt}`,
    order: 'O',
    kind: 'direct',
    status: 'pending',
    next: '',
    currency: 'CNY',
    amount: net,
    net,
  } as const;
  return {
    ...base,
    title: '',
    pieces: 1,
    image: null,
    earnedAt: movedAt,
    movedAt,
    stepsDone: 1,
    deduction: null,
    ...extra,
  };
}

test('commissions stand under the day of their last movement, and a day of earning shows its sum', () => {
  const days = daysOf(
    [row('37.20', '2026-11-21T11:50:00Z'), row('59.70', '2026-11-20T16:10:00Z'), row('46.40', '2026-11-20T15:50:00Z')],
    calendar,
  );
  expect(days.map(({ rows, earned }) => [rows.length, earned])).toEqual([
    [2, '96.90'],
    [1, '46.40'],
  ]);
});

test('a day on which something only moved on shows no sum', () => {
  const moved = row('17.60', '2026-11-20T03:00:00Z', {
    earnedAt: '2026-11-03T03:00:00Z',
    stepsDone: 3,
    status: 'approved',
  });
  expect(daysOf([row('10.00', '2026-11-20T04:00:00Z'), moved], calendar)[0]?.earned).toBeNull();
});

test('the life line of a row shows how far it is, and none where it ended without money', () => {
  expect(segmentsOf({ stepsDone: 1, status: 'pending', deduction: null })).toEqual(['done', 'open', 'open', 'open']);
  expect(segmentsOf({ stepsDone: 2, status: 'in_review', deduction: null })).toEqual([
    'done',
    'done',
    'current',
    'open',
  ]);
  expect(segmentsOf({ stepsDone: 4, status: 'paid', deduction: null })).toEqual(['done', 'done', 'done', 'done']);
  expect(segmentsOf({ stepsDone: 0, status: 'rejected', deduction: null })).toBeNull();
  expect(segmentsOf({ stepsDone: 4, status: 'paid', deduction: '-46.30' })).toBeNull();
});

test('a refund after payment stands as an entry of its own', () => {
  expect(amountOf({ net: '0.00', deduction: '-46.30' })).toBe('-46.30');
  expect(amountOf({ net: '37.20', deduction: null })).toBe('37.20');
});

test('the way to the next level is a share of what lies between two thresholds, however they are written', () => {
  const levels = [
    { name: '新芽', rate: '8%', threshold: '0.00' },
    { name: '青叶', rate: '10%', threshold: '¥8,000.00' },
    { name: '长枝', rate: '12%', threshold: '20000.00' },
  ];
  const ladder = { levels, level: 2, value: '¥14,000.00', next: null, text: '' };
  expect(standingOn(ladder)).toEqual({ current: 1, progress: 0.5 });
  expect(standingOn({ ...ladder, level: 3 })).toEqual({ current: 2, progress: 0 });
  expect(standingOn({ ...ladder, level: 0, value: '0' })).toEqual({ current: -1, progress: 0 });
});
