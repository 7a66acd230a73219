import type { BonusMetric, LadderMetric } from '@fenrun/engine';
import { formatMoney, minor } from '@fenrun/kernel';
import { type FormReading, readAmount } from './rate-form';

/** Metrics that count orders; all others are amounts. */
const COUNTING: ReadonlySet<LadderMetric | BonusMetric> = new Set(['referral_order_count', 'conversions']);

/** Whether a metric is a whole number of orders; otherwise it is an amount in minor units. */
export function countsOrders(metric: LadderMetric | BonusMetric): boolean {
  return COUNTING.has(metric);
}

/** A figure of a metric as the API has it: a decimal amount, or a whole number where the metric counts. */
export function figureForm(value: number, metric: LadderMetric | BonusMetric, currency: string): string {
  return countsOrders(metric) ? String(value) : formatMoney(minor(value), currency);
}

/** Reads a figure of a metric; one that is wrong is noted at the pointer and read as nothing. */
export function readFigure(
  text: string,
  metric: LadderMetric | BonusMetric,
  reading: FormReading,
  pointer: string,
): number {
  if (!countsOrders(metric)) return readAmount(text, reading, pointer);
  const count = Number(text);
  if (Number.isSafeInteger(count)) return count;
  reading.errors.push({ pointer, code: 'invalid-count' });
  return 0;
}
