import { type Money, minor, type Percent, percent, ratioHalfUp } from '@fenrun/kernel';

/** One bracket: taxable income up to `upTo` (included; null is without end) at `rate`, less the quick deduction. Minor units of CNY. */
export interface TaxBracket {
  readonly upTo: Money | null;
  readonly rate: Percent;
  readonly quickDeduction: Money;
}

/** The editable data of the policy `cn_labour`. */
export interface LabourTaxTable {
  /** Share of the income that is deducted as expenses. */
  readonly expenseShare: Percent;
  /** Deducted for each of the consecutive months with income. */
  readonly perMonth: Money;
  readonly brackets: readonly TaxBracket[];
}

const bracket = (upToYuan: number | null, rate: string, quickYuan: number): TaxBracket => ({
  upTo: upToYuan === null ? null : minor(upToYuan * 100),
  rate: percent(rate),
  quickDeduction: minor(quickYuan * 100),
});

/** Cumulative withholding as domain.md section 5 gives it (announcement 2025-16, from secondary sources; the merchant checks with an accountant). */
export const CN_LABOUR: LabourTaxTable = {
  expenseShare: percent('20'),
  perMonth: minor(5_000_00),
  brackets: [
    bracket(36_000, '3', 0),
    bracket(144_000, '10', 2_520),
    bracket(300_000, '20', 16_920),
    bracket(420_000, '25', 31_920),
    bracket(660_000, '30', 52_920),
    bracket(960_000, '35', 85_920),
    bracket(null, '45', 181_920),
  ],
};

/** A promoter's calendar year so far, with the payout in question. */
export interface LabourIncome {
  /** Income of the year, this payout included. */
  readonly incomeOfYear: Money;
  /** Consecutive months with income up to and with the present one (`consecutiveMonths`). */
  readonly months: number;
  readonly withheldBefore: Money;
}

/**
 * What to withhold from this payout: taxable = income − 20 % of it − 5,000 × months; due = taxable × rate − quick deduction − already
 * withheld, at least 0, rounded half up once to the fen. Source: domain.md, section 5, "Tax".
 */
export function labourTax(
  { incomeOfYear, months, withheldBefore }: LabourIncome,
  table: LabourTaxTable = CN_LABOUR,
): Money {
  const expenses = ratioHalfUp(incomeOfYear, table.expenseShare, 1_000_000);
  const taxable = minor(Math.max(0, incomeOfYear - expenses - table.perMonth * months));
  const found = table.brackets.find(({ upTo }) => upTo === null || taxable <= upTo);
  if (!found) throw new RangeError('the last bracket of a tax table has no end');
  const due = ratioHalfUp(taxable, found.rate, 1_000_000) - found.quickDeduction - withheldBefore;
  return minor(Math.max(0, due));
}

/** The length of the unbroken run of months (1–12 of the year) with income that ends with `present`, which counts as one. */
export function consecutiveMonths(monthsWithIncome: Iterable<number>, present: number): number {
  const months = new Set(monthsWithIncome);
  let count = 1;
  while (months.has(present - count)) count += 1;
  return count;
}
