import { expect, test } from 'vitest';
import { fitLine, wrap } from '@/features/attribution/poster-text';
import { sparklineSvg } from '@/kit/sparkline/svg';

/** Every character is ten wide. */
const ctx = { measureText: (text: string) => ({ width: [...text].length * 10 }) as TextMetrics };

test('a title that is too long ends in three dots and never leaves its line', () => {
  expect(fitLine(ctx, '武夷岩茶', 40)).toBe('武夷岩茶');
  expect(fitLine(ctx, '武夷肉桂岩茶 礼盒', 60)).toBe('武夷肉桂岩…');
});

test('words break where a clause ends, if both lines hold one', () => {
  expect(wrap(ctx, '炭焙味正，冷了也好喝。我自己存了两盒。', 120, 2)).toEqual([
    '炭焙味正，冷了也好喝。',
    '我自己存了两盒。',
  ]);
});

test('longer words fill two lines and end in three dots; Latin words stay whole', () => {
  expect(wrap(ctx, '一二三四五六七八九十一二三四五六七八九十', 50, 2)).toEqual(['一二三四五', '六七八九…']);
  expect(wrap(ctx, 'my favourite tea ever', 100, 3)).toEqual(['my', 'favourite', 'tea ever']);
});

test('a week without a sale is a flat line, not a division by zero', () => {
  expect(sparklineSvg([0, 0, 0])).not.toMatch(/NaN|Infinity/);
  expect(sparklineSvg([])).not.toMatch(/NaN|Infinity/);
});
