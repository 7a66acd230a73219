import type { Language } from '../i18n/language';
import { compactNumber } from '../money/money-format';

/** The top of an axis from zero and the distance of its lines, in figures that people count in: 1, 2, 2.5 or 5 times a power of ten. */
export function roundScale(values: readonly number[], parts: number): { min: 0; max: number; interval: number } {
  const least = Math.max(...values, 0) / parts;
  if (least === 0) return { min: 0, max: parts, interval: 1 };
  const power = 10 ** Math.floor(Math.log10(least));
  const interval = ([1, 2, 2.5, 5, 10].find((step) => step * power >= least) ?? 10) * power;
  return { min: 0, max: interval * parts, interval };
}

/** An axis of money from zero, all its labels in one unit. */
export function moneyAxis(values: readonly number[], parts: number, language: Language) {
  const scale = roundScale(values, parts);
  return {
    ...scale,
    axisLabel: { formatter: (value: number) => (value === 0 ? '0' : compactNumber(value, language, scale.max)) },
  };
}
