import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareText,
  currencyDigits,
  daysInMonth,
  formatMoney,
  formatPercent,
  idInstant,
  idMaker,
  isId,
  isOutsideId,
  isRefusal,
  minor,
  money,
  parseInstant,
  parseMoney,
  parsePercent,
  percent,
  percentOf,
  ratioHalfUp,
  splitByWeight,
  zone,
} from '../src/index';

test('money goes through text and back in every currency', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('CNY', 'JPY', 'KWD'), (value, currency) => {
      expect(money(formatMoney(minor(value), currency), currency)).toBe(value);
    }),
  );
  expect(formatMoney(minor(5), 'CNY')).toBe('0.05');
  expect(formatMoney(minor(-1234), 'KWD')).toBe('-1.234');
  expect(formatMoney(minor(12), 'JPY')).toBe('12');
  expect(currencyDigits('GBP')).toBe(2);
});

test('an amount that is not a plain decimal of the currency is refused', () => {
  for (const text of ['', '1e3', '+1', ' 1', '.5', '1.', '01', '1.234', '１', 'NaN', '99999999999999999', '1,000']) {
    expect(isRefusal(parseMoney(text, 'CNY')), text).toBe(true);
  }
  expect(isRefusal(parseMoney('1.5', 'JPY'))).toBe(true);
});

test('a half is rounded up, and large products stay exact', () => {
  expect(ratioHalfUp(minor(1), 1, 2)).toBe(1);
  expect(ratioHalfUp(minor(-1), 1, 2)).toBe(-1);
  expect(ratioHalfUp(minor(9_007_199_254_740_991), 999_999, 1_000_000)).toBe(9_007_190_247_541_736);
  expect(percentOf(minor(73145), percent('12'))).toBe(8777);
});

test('rounding half up agrees with exact integer arithmetic', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e14 }), fc.integer({ min: 0, max: 2e6 }), (amount, rate) => {
      const exact = (BigInt(amount) * BigInt(rate) * 2n + 1_000_000n) / 2_000_000n;
      fc.pre(exact < BigInt(Number.MAX_SAFE_INTEGER));
      expect(ratioHalfUp(minor(amount), rate, 1_000_000)).toBe(Number(exact));
    }),
  );
});

test('the parts of a split add up to the whole and follow the largest remainder', () => {
  expect(splitByWeight(minor(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(splitByWeight(minor(10), [0, 0])).toEqual([10, 0]);
  expect(splitByWeight(minor(5), [1, 2, 3])).toEqual([1, 2, 2]);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e13 }),
      fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 20 }),
      (amount, weights) => {
        const parts = splitByWeight(minor(amount), weights);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(amount);
        const total = weights.reduce((a, b) => a + b, 0);
        if (total > 0) {
          for (const [i, part] of parts.entries()) {
            const exact = (BigInt(amount) * BigInt(weights[i] as number)) / BigInt(total);
            expect(BigInt(part) === exact || BigInt(part) === exact + 1n).toBe(true);
          }
        }
      },
    ),
  );
});

test('a percent has up to four places and prints without idle zeros', () => {
  expect(formatPercent(percent('12.5000'))).toBe('12.5');
  expect(formatPercent(percent('0.0001'))).toBe('0.0001');
  expect(formatPercent(percent('0'))).toBe('0');
  for (const text of ['-1', '1.00001', '1e2', '', '12.']) expect(isRefusal(parsePercent(text)), text).toBe(true);
});

test('ids sort in the order in which they were made, and tell their instant', () => {
  const make = idMaker((bytes) => webcrypto.getRandomValues(bytes));
  const ids = Array.from({ length: 10_000 }, (_, i) => make(1_700_000_000_000 + Math.floor(i / 3000)));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isId)).toBe(true);
  expect(idInstant(ids[0] as string)).toBe(1_700_000_000_000);
});

test('an instant needs an offset and a day that exists', () => {
  expect(parseInstant('2026-03-01T10:00:00+08:00')).toBe(Date.UTC(2026, 2, 1, 2));
  expect(parseInstant('2026-03-01T10:00:00.1234Z')).toBe(Date.UTC(2026, 2, 1, 10, 0, 0, 123));
  for (const text of ['2026-02-29T00:00:00Z', '2026-03-01T10:00:00', '2026-13-01T00:00:00Z', '2026-03-01T24:00:00Z'])
    expect(isRefusal(parseInstant(text)), text).toBe(true);
});

test('a day begins at its first instant, also where midnight does not exist', () => {
  expect(zone('Asia/Shanghai').startOfDay('2024-09-01')).toBe(Date.UTC(2024, 7, 31, 16));
  expect(zone('Europe/London').startOfDay('2024-03-31')).toBe(Date.UTC(2024, 2, 31, 0));
  expect(zone('America/New_York').startOfDay('2024-11-04')).toBe(Date.UTC(2024, 10, 4, 5));
  // Santiago sprang from 00:00 to 01:00 on 8 September 2024.
  expect(zone('America/Santiago').startOfDay('2024-09-08')).toBe(Date.UTC(2024, 8, 8, 4));
  // Havana fell back from 01:00 to 00:00 on 3 November 2024: midnight comes twice, the first one counts.
  expect(zone('America/Havana').startOfDay('2024-11-03')).toBe(Date.UTC(2024, 10, 3, 4));
  expect(zone('America/New_York').dayAt(Date.UTC(2024, 10, 4, 4, 59))).toBe('2024-11-03');
  expect(daysInMonth(2024, 2)).toBe(29);
  expect(daysInMonth(1900, 2)).toBe(28);
});

test('ids from outside are compared by code point and refused when they hide something', () => {
  expect(compareText('\u{1F600}', '\uFFFD')).toBe(1);
  expect(compareText('a', 'ab')).toBe(-1);
  for (const text of ['', ' a', 'a ', 'a\u0000', '\ud800', 'x'.repeat(65)]) expect(isOutsideId(text)).toBe(false);
  expect(isOutsideId('😀'.repeat(64))).toBe(true);
});
