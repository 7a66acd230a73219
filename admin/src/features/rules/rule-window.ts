import { DAY_MS } from '@fenrun/kernel';
import type { Language } from '../../kit/i18n/language';
import { dayOfInstant, durationText, instantOf } from '../../kit/time/time-format';
import type { Rule } from './types';
import type { rulesWords } from './words';

/** A rule that ends within these days is said to end soon. */
const soonDays = 7;

export interface WindowMark {
  readonly text: string;
  /** Quiet is the normal state; a tag stands on its tint. */
  readonly tone: 'quiet' | 'tag' | 'warn';
}

type Words = (typeof rulesWords)['zh'];

/** Where a rule is in its window: `10 天后开始`, `还剩 2 天`, `已结束`, `长期`. Lengths are whole days, below one day hours. */
export function windowMark(
  rule: Pick<Rule, 'state' | 'from' | 'to'>,
  now: number,
  timezone: string,
  language: Language,
  words: Words,
): WindowMark {
  if (rule.state === 'ended' || rule.state === 'over') return { text: words.over, tone: 'tag' };
  if (rule.state === 'coming') {
    const left = rule.from === null ? 0 : instantOf(rule.from) - now;
    return { text: words.startsIn(lengthText(left, language)), tone: 'tag' };
  }
  if (rule.to === null) return { text: words.always, tone: 'quiet' };
  const left = instantOf(rule.to) - now;
  if (left < soonDays * DAY_MS) return { text: words.left(lengthText(left, language)), tone: 'warn' };
  return { text: words.until(dayOfInstant(instantOf(rule.to) - 1, timezone, language, now)), tone: 'quiet' };
}

/** Days are rounded up, so that the last day still counts; below one day the hours are said. */
function lengthText(ms: number, language: Language): string {
  if (ms < DAY_MS) return durationText(Math.max(ms, 60_000), language);
  return durationText(Math.ceil(ms / DAY_MS) * DAY_MS, language);
}
