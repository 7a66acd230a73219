import type { Out } from '@fenrun/contracts';
import { rateText, ruleSentence, type TierBonuses } from '@fenrun/engine';
import type { Call } from '../../foundation/http';
import { isSameRate, type RunningBonus, runningBonuses } from '../../modules/climbing';
import { type Reading, readingOf, sentencesOf } from '../../modules/commission';
import { tierBonusesForm } from '../../modules/plans';
import { bookFindings } from '../book-findings';
import { findingViews } from './finding-views';
import { savedLast } from './saved-last';

export type TierBonusesView = Out<'climbing.tierBonuses'>;

/** The steps of the tier bonus as sentences, with how many people enjoy each. */
export async function tierBonusesView(call: Call): Promise<TierBonusesView> {
  const reading = await readingOf(call);
  const { book } = reading;
  const [saved, running, found] = await Promise.all([
    savedLast(call, book, 'tier_bonuses'),
    runningBonuses(call.db.read, call.merchantId, call.now),
    bookFindings(call.db.read, call.merchantId, book, call.now),
  ]);
  const bonuses = book.tierBonuses.at(-1)?.value ?? null;
  const findings = found.filter(({ subject }) => subject === 'tier_bonus');
  return {
    ...saved,
    findings: await findingViews(call.db, reading, findings),
    tierBonuses: bonuses ? tierBonusesForm(bonuses, book.currency) : null,
    steps: bonuses ? stepViews(bonuses, running, reading) : [],
  };
}

function stepViews(
  { metric, steps }: TierBonuses,
  running: readonly RunningBonus[],
  reading: Reading,
): TierBonusesView['steps'] {
  return steps.map(({ threshold, window, rate }, index) => ({
    sentence: stepSentence({ step: index + 1, threshold, rate, metric, window }, reading),
    rateText: rateText(rate, reading.currency, reading.lang),
    running: running.find((run) => run.threshold === threshold && isSameRate(run.rate, rate))?.people ?? 0,
  }));
}

type BonusSource = Omit<Extract<Parameters<typeof ruleSentence>[0], { kind: 'tier_bonus' }>, 'kind'>;

/** A step in words; no name stands in it. */
export function stepSentence(source: BonusSource, reading: Reading): string {
  const nobody = { categories: [], promoters: [], products: new Map() };
  return ruleSentence({ kind: 'tier_bonus', ...source }, sentencesOf(reading, nobody));
}
