import { expect, test } from 'vitest';
import { digitsOf, fromMinor, grouped, isPositive, moneyParts, moneyText, toMinor } from '@/lib/money';

test('money is cut into sign, whole and decimals without computing anything', () => {
  expect(moneyParts('1286.50', 'CNY')).toEqual({ isNegative: false, sign: '¥', whole: '1,286', fraction: '.50' });
  expect(moneyParts('1234567', 'JPY')).toEqual({ isNegative: false, sign: '¥', whole: '1,234,567', fraction: '' });
  expect(moneyParts('0.125', 'KWD')).toEqual({ isNegative: false, sign: 'KWD ', whole: '0', fraction: '.125' });
});

test('a minus is a minus sign, and nothing is never negative', () => {
  expect(moneyText('-46.30', 'CNY')).toBe('−¥46.30');
  expect(moneyText('-0.00', 'CNY')).toBe('¥0.00');
});

test('what is no decimal is a mistake of ours and is not shown as money', () => {
  for (const text of ['', '1e3', '12,5', 'NaN', '.5']) expect(() => moneyParts(text, 'CNY')).toThrow(/not a decimal/);
});

test('an amount that is typed becomes minor units only with the digits of the currency', () => {
  expect(toMinor('800', 2)).toBe(80_000);
  expect(toMinor('800.', 2)).toBe(80_000);
  expect(toMinor('0.1', 2)).toBe(10);
  expect(toMinor('0.101', 2)).toBeNull();
  expect(toMinor('99999999999999999999', 2)).toBeNull();
  expect(toMinor('八百', 2)).toBeNull();
});

test('minor units and decimal strings are each other’s way back', () => {
  for (const text of ['0.00', '0.07', '12.30', '-46.30', '100000.01'])
    expect(fromMinor(toMinor(text, 2) as number, 2)).toBe(text);
  expect(fromMinor(5, 0)).toBe('5');
  expect(digitsOf('1.234')).toBe(3);
});

test('only more than nothing can be taken', () => {
  expect(['0.01', '12'].every(isPositive)).toBe(true);
  expect(['0', '0.00', '-1.00', '−1.00'].some(isPositive)).toBe(false);
});

test('counts are grouped by thousands', () => {
  expect([7, 1206, 1_234_567].map(grouped)).toEqual(['7', '1,206', '1,234,567']);
});
