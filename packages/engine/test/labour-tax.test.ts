import { minor } from '@fenrun/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CN_LABOUR, consecutiveMonths, labourTax } from '../src/index';

const yuan = (amount: number) => minor(Math.round(amount * 100));

test('the example of domain.md: 90.00 in January, 90.00 in February, 5,400.00 in March', () => {
  expect(labourTax({ incomeOfYear: yuan(10_000), months: 1, withheldBefore: yuan(0) })).toBe(yuan(90));
  expect(labourTax({ incomeOfYear: yuan(20_000), months: 2, withheldBefore: yuan(90) })).toBe(yuan(90));
  expect(labourTax({ incomeOfYear: yuan(120_000), months: 3, withheldBefore: yuan(180) })).toBe(yuan(5_400));
});

test('a bracket ends with its last yuan', () => {
  // 36,000 taxable in one month: (36,000 + 5,000) ÷ 0.8 = 51,250 income.
  expect(labourTax({ incomeOfYear: yuan(51_250), months: 1, withheldBefore: yuan(0) })).toBe(yuan(1_080));
  expect(labourTax({ incomeOfYear: yuan(51_260), months: 1, withheldBefore: yuan(0) })).toBe(yuan(1_080.8));
  expect(labourTax({ incomeOfYear: yuan(5_000_000), months: 12, withheldBefore: yuan(0) })).toBe(
    yuan((4_000_000 - 60_000) * 0.45 - 181_920),
  );
});

test('nothing is withheld while nothing is taxable, and nothing is ever given back', () => {
  expect(labourTax({ incomeOfYear: yuan(6_250), months: 1, withheldBefore: yuan(0) })).toBe(0);
  expect(labourTax({ incomeOfYear: yuan(7_000), months: 2, withheldBefore: yuan(18) })).toBe(0);
});

test('the months with income are counted back from the present one without a gap', () => {
  expect(consecutiveMonths([], 1)).toBe(1);
  expect(consecutiveMonths([1, 2, 3], 4)).toBe(4);
  expect(consecutiveMonths([1, 2, 4], 5)).toBe(2);
  expect(consecutiveMonths([5], 5)).toBe(1);
});

test('what is withheld in parts over a month is what would be withheld at once', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 20_000_000 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(amounts, (parts) => {
      let income = 0;
      let withheld = 0;
      for (const part of parts) {
        income += part;
        withheld += labourTax({ incomeOfYear: minor(income), months: 1, withheldBefore: minor(withheld) });
      }
      expect(withheld).toBe(labourTax({ incomeOfYear: minor(income), months: 1, withheldBefore: minor(0) }));
    }),
  );
});

test('brackets join: at each threshold both sides give the same tax', () => {
  CN_LABOUR.brackets.forEach((bracket, index) => {
    const next = CN_LABOUR.brackets[index + 1];
    if (!next || bracket.upTo === null) return;
    const tax = (rate: number, deduction: number) => ((bracket.upTo as number) * rate) / 1_000_000 - deduction;
    expect(tax(next.rate, next.quickDeduction)).toBe(tax(bracket.rate, bracket.quickDeduction));
  });
});
