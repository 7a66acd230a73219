import type { In } from '@fenrun/contracts';
import type { TierBonuses, TierStep } from '@fenrun/engine';
import { figureForm, readFigure } from './figure-form';
import { type FormReading, rateForm, readRate } from './rate-form';

export type TierBonusesForm = In<'climbing.saveTierBonuses'>['body']['tierBonuses'];

/** The steps of the tier bonus in the form of the API. */
export function tierBonusesForm({ metric, steps }: TierBonuses, currency: string): TierBonusesForm {
  return {
    metric,
    steps: steps.map(({ threshold, window, rate, days }) => ({
      threshold: figureForm(threshold, metric, currency),
      window,
      rate: rateForm(rate, currency),
      days,
    })),
  };
}

/** Reads steps from the form of the API; what is wrong is noted in `reading.errors` with pointers below `at`. */
export function readTierBonuses(form: TierBonusesForm, reading: FormReading, at = '/tierBonuses'): TierBonuses {
  const steps = form.steps.map(({ threshold, window, rate, days }, index): TierStep => {
    const own = `${at}/steps/${index}`;
    const wrong = reading.errors.length;
    const read = readFigure(threshold, form.metric, reading, `${own}/threshold`);
    // Nothing would reach a threshold of nothing: it is always passed already.
    if (read <= 0 && reading.errors.length === wrong)
      reading.errors.push({ pointer: `${own}/threshold`, code: 'too-small' });
    return { threshold: read, window, rate: readRate(rate, reading, `${own}/rate`), days };
  });
  return { metric: form.metric, steps };
}
