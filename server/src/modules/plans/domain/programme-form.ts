import type { In, Out } from '@fenrun/contracts';
import type { Programme, RecurringPolicy } from '@fenrun/engine';
import type { Rate } from '@fenrun/kernel';
import { type FormReading, pointerStep, type RateForm, rateForm, readRate } from './rate-form';

/** A programme as it is saved: what the engine decides by, and the name that people read. */
export interface NamedProgramme extends Programme {
  readonly name: string;
}

export type ProgrammeForm = Omit<In<'plans.addProgramme'>['body'], 'id'>;

/** The name of a programme; one that has none is called by its code. */
export function programmeName(code: string, programme: Programme | null | undefined): string {
  return (programme as NamedProgramme | null | undefined)?.name || code;
}

type Shown = Pick<Out<'plans.programme'>, 'name' | 'rate' | 'skus' | 'categories' | 'recurring'>;

/** The fields of a programme in the form of the API. */
export function programmeForm(code: string, programme: Programme, currency: string): Shown {
  const { recurring } = programme;
  return {
    name: programmeName(code, programme),
    rate: programme.rate ? rateForm(programme.rate, currency) : null,
    skus: Object.entries(programme.skus).map(([sku, rate]) => ({ sku, rate: rateForm(rate, currency) })),
    categories: Object.entries(programme.categories).map(([category, rate]) => ({
      category,
      rate: rateForm(rate, currency),
    })),
    recurring:
      recurring.mode === 'first_n' ? { mode: recurring.mode, n: recurring.n } : { mode: recurring.mode, n: null },
  };
}

/** Reads the fields of a programme; what is wrong is noted in `reading.errors`. */
export function readProgramme(
  form: ProgrammeForm,
  standing: Pick<Programme, 'isDefault' | 'isActive'>,
  reading: FormReading,
): NamedProgramme {
  return {
    name: form.name.trim(),
    isDefault: standing.isDefault,
    isActive: standing.isActive,
    rate: form.rate ? readRate(form.rate, reading, '/rate') : null,
    skus: readSpecials(
      form.skus.map(({ sku, rate }) => [sku, rate]),
      '/skus',
      'sku',
      reading,
    ),
    categories: readSpecials(
      form.categories.map(({ category, rate }) => [category, rate]),
      '/categories',
      'category',
      reading,
    ),
    recurring: readRecurring(form.recurring, reading),
  };
}

function readSpecials(
  rows: readonly (readonly [string, RateForm])[],
  at: string,
  field: string,
  reading: FormReading,
): Record<string, Rate> {
  const rates = new Map<string, Rate>();
  rows.forEach(([key, rate], index) => {
    if (rates.has(key))
      reading.errors.push({ pointer: `${at}/${index}/${pointerStep(field)}`, code: 'already-exists' });
    rates.set(key, readRate(rate, reading, `${at}/${index}/rate`));
  });
  return Object.fromEntries(rates);
}

function readRecurring({ mode, n }: ProgrammeForm['recurring'], { errors }: FormReading): RecurringPolicy {
  if (mode !== 'first_n') return { mode };
  if (n === null || n === undefined) errors.push({ pointer: '/recurring/n', code: 'required' });
  return { mode, n: n ?? 1 };
}
