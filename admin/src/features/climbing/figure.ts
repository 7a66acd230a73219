import { moneyString } from '../../kit/money/money-format';
import type { AnswerOf, BodyOf } from '../../lib/call';
import type { LadderWords } from './ladder-words';

export type Ladder = AnswerOf<'climbing.ladder'>;
export type LadderForm = BodyOf<'climbing.saveLadder'>['ladder'];
export type Metric = LadderForm['metric'];
export type Moves = AnswerOf<'climbing.previewLadder'>;

/** Whether a metric counts orders; the others sum money. */
export const isCount = (metric: Metric): boolean => metric === 'referral_order_count';

/** What somebody has gathered, in the unit of the metric: ¥5,000.00, or 12 orders. */
export function figureText(figure: string, metric: Metric, currency: string, words: LadderWords): string {
  return isCount(metric) ? words.orders(figure) : moneyString(figure, currency);
}

/** Orders decimal strings without making floats of them. */
export function compareDecimals(a: string, b: string): number {
  const [wholeA = '', partA = ''] = a.split('.');
  const [wholeB = '', partB = ''] = b.split('.');
  const length = Math.max(wholeA.length, wholeB.length);
  const places = Math.max(partA.length, partB.length);
  const left = wholeA.padStart(length, '0') + partA.padEnd(places, '0');
  const right = wholeB.padStart(length, '0') + partB.padEnd(places, '0');
  return left < right ? -1 : left > right ? 1 : 0;
}
