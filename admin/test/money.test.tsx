import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { chartMoney, compactNumber, moneyCompact, moneyString } from '../src/kit/money/money-format';
import { signOfAmount, sumAmounts } from '../src/kit/money/money-sum';
import { MoneyText } from '../src/kit/money/money-text';

test('money is grouped by thousands and always has the digits of its currency', () => {
  expect(moneyString('1234567.5', 'CNY')).toBe('¥1,234,567.50');
  expect(moneyString('0', 'CNY')).toBe('¥0.00');
  expect(moneyString('1200', 'JPY')).toBe('¥1,200');
  expect(moneyString('5', 'GBP')).toBe('£5.00');
  expect(moneyString('1.5', 'KWD')).toMatch(/1\.500$/);
});

test('a negative amount has a real minus, and zero has no sign', () => {
  expect(moneyString('-12.3', 'CNY')).toBe('\u2212¥12.30');
  expect(moneyString('-0.00', 'CNY')).toBe('¥0.00');
  expect(moneyString('12', 'CNY', { signed: true })).toBe('+¥12.00');
});

test('an amount larger than a float can hold keeps every digit', () => {
  expect(moneyString('900719925474099.31', 'CNY')).toBe('¥900,719,925,474,099.31');
});

test('the component shows exactly that', () => {
  const { container } = render(<MoneyText amount="-1234.5" currency="CNY" />);
  expect(container.textContent).toBe('\u2212¥1,234.50');
});

test('a selection is summed to the cent', () => {
  expect(sumAmounts(['0.10', '0.20', '-0.05'], 'CNY')).toBe('0.25');
  expect(sumAmounts([], 'JPY')).toBe('0');
  expect([signOfAmount('-0.00'), signOfAmount('0.01'), signOfAmount('-3')]).toEqual([0, 1, -1]);
});

test('rounded figures name their unit in the language', () => {
  expect(moneyCompact('3468000', 'CNY', 'zh')).toBe('¥346.8 万');
  expect(moneyCompact('3468000', 'CNY', 'en')).toBe('¥3.47m');
  expect(compactNumber(5000, 'zh', 10_000)).toBe('0.5 万');
});

test('a figure of a chart is said with as many digits as its currency has', () => {
  expect(chartMoney(1234.5, 'JPY')).toBe('¥1,235');
  expect(chartMoney(1234.5, 'CNY')).toBe('¥1,234.50');
  expect(chartMoney(-0.5, 'KWD')).toMatch(/^−.*0\.500$/);
});
