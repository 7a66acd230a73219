import type { Lang, Out } from '@fenrun/contracts';
import {
  bonusWindow,
  dayText,
  inForce,
  rateText,
  roundMoneyText,
  type TierBonuses,
  type TierStep,
} from '@fenrun/engine';
import { DAY_MS, FOREVER, formatInstant, minor } from '@fenrun/kernel';
import type { Reader } from '../../foundation/db';
import { type BonusRunRow, type CounterRow, countedBetween, isSameRate } from '../../modules/climbing';
import type { Reading } from '../../modules/commission';
import type { PromoterRow } from '../../modules/promoters';
import { monthStart } from '../pages/instant-words';
import { stepSentence } from '../pages/tier-bonuses-view';
import { withoutPay } from '../pages/without-pay';
import { shareOf } from './share-of';

type BonusView = Out<'member.plan'>['bonuses'][number];

/** Bonuses that run, with their end, and the steps that can still be reached, with what was gathered for each. */
export async function ownBonuses(
  db: Reader,
  reading: Reading,
  promoter: PromoterRow,
  runs: readonly BonusRunRow[],
  counter: Pick<CounterRow, 'orders' | 'revenue'>,
): Promise<BonusView[]> {
  const { compiled, now } = reading;
  const bonuses = inForce(compiled, now).tierBonuses;
  const running = runs.filter(({ fromAt, toAt }) => fromAt <= now && now < toAt);
  const waiting = (bonuses?.steps ?? []).map((step, index) => ({ step, number: index + 1 }));
  const open = waiting.filter(({ step }) => !running.some((run) => isOf(run, step)));
  const gathered = bonuses ? await gatheredBy(db, reading, promoter, bonuses, counter) : null;
  return [
    ...latestOnly(running).map((run) => runningView(run, reading)),
    ...(bonuses && gathered ? open.flatMap((one) => openView(one, bonuses, gathered[one.step.window], reading)) : []),
  ];
}

type Terms = Pick<TierStep, 'threshold' | 'rate'>;

function isOf(run: Terms, step: Terms): boolean {
  return run.threshold === step.threshold && isSameRate(run.rate, step.rate);
}

/** Of runs with the same terms the one that ends last: to people they are one bonus. */
function latestOnly(runs: readonly BonusRunRow[]): BonusRunRow[] {
  const byEnd = [...runs].sort((a, b) => b.toAt - a.toAt);
  return byEnd.filter((run, index) => byEnd.findIndex((other) => isOf(other, run)) === index);
}

const FOR_GOOD: Readonly<Record<Lang, string>> = { zh: '一直有效', en: 'For good' };

function runningView({ step, threshold, rate, fromAt, toAt }: BonusRunRow, reading: Reading): BonusView {
  const { compiled, currency, zone, lang } = reading;
  // The words of the day on which it began: the steps may have been saved anew since.
  const terms = inForce(compiled, fromAt).tierBonuses;
  const metric = terms?.metric ?? 'sales';
  const window = terms?.steps[step - 1]?.window ?? 'since_joining';
  const day = dayText(toAt - 1, zone, lang, 'spaced');
  return {
    sentence: withoutPay(stepSentence({ step, threshold, rate, metric, window }, reading), lang),
    rate: rateText(rate, currency, lang),
    running: true,
    until: toAt === FOREVER ? null : formatInstant(toAt),
    untilText: toAt === FOREVER ? FOR_GOOD[lang] : lang === 'zh' ? `${day}结束` : `Ends on ${day}`,
    progress: null,
  };
}

type Gathered = Readonly<Record<TierStep['window'], number>>;

/** What the promoter has gathered in the metric. For `last_month` it is this month, which counts on the next 1st. */
async function gatheredBy(
  db: Reader,
  { now, zone }: Reading,
  { merchantId, id }: PromoterRow,
  { metric, steps }: TierBonuses,
  counter: Pick<CounterRow, 'orders' | 'revenue'>,
): Promise<Gathered> {
  const asks = (window: TierStep['window']) => steps.some((step) => step.window === window);
  const sum = async (window: TierStep['window'], from: { from: number | null; to: number | null }) => {
    if (!asks(window)) return 0;
    const { orders, base } = await countedBetween(db, merchantId, id, from);
    return metric === 'sales' ? base : orders;
  };
  const thisMonth = { from: monthStart(now, zone), to: null };
  return {
    since_joining: metric === 'sales' ? counter.revenue : counter.orders,
    trailing_30_days: await sum('trailing_30_days', bonusWindow('trailing_30_days', now, zone)),
    last_month: await sum('last_month', thisMonth),
  };
}

/** A step that was passed without running starts no more until its window falls below it: nothing is promised then. */
function openView(
  { step, number }: { readonly step: TierStep; readonly number: number },
  { metric }: TierBonuses,
  value: number,
  reading: Reading,
): BonusView[] {
  const { threshold, window, rate } = step;
  if (window !== 'last_month' && value >= threshold) return [];
  const { currency, lang } = reading;
  const figure = (amount: number) =>
    metric === 'sales' ? roundMoneyText(minor(amount), currency) : lang === 'zh' ? `${amount} 单` : `${amount} orders`;
  const facts = { has: figure(value), wanted: figure(threshold), missing: figure(Math.max(0, threshold - value)) };
  const isMet = value >= threshold;
  return [
    {
      sentence: withoutPay(stepSentence({ step: number, threshold, rate, metric, window }, reading), lang),
      rate: rateText(rate, currency, lang),
      running: false,
      until: null,
      untilText: null,
      progress: { share: shareOf(value, threshold), text: progressText(window, facts, isMet, reading) },
    },
  ];
}

interface ProgressFacts {
  readonly has: string;
  readonly wanted: string;
  readonly missing: string;
}

function progressText(
  window: TierStep['window'],
  { has, wanted, missing }: ProgressFacts,
  isMet: boolean,
  { lang, now, zone }: Reading,
): string {
  const zh = lang === 'zh';
  if (window === 'last_month') {
    const first = dayText(monthStart(monthStart(now, zone) + 32 * DAY_MS, zone), zone, lang, 'spaced');
    if (isMet) return zh ? `本月已审核 ${has}，${first}起生效` : `${has} approved this month; it begins on ${first}`;
    return zh
      ? `本月已审核 ${has}，还差 ${missing}，够了 ${first}起生效`
      : `${has} approved this month, ${missing} more and it begins on ${first}`;
  }
  if (window === 'trailing_30_days')
    return zh ? `近 30 天已审核 ${has}，还差 ${missing}` : `${has} approved in 30 days, ${missing} more to go`;
  return zh ? `累计已审核 ${has}，还差 ${missing}` : `${has} of ${wanted} approved, ${missing} more to go`;
}
