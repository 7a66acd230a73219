import {
  type FieldError,
  formatMoney,
  formatPercent,
  isRefusal,
  type Money,
  parseMoney,
  percent,
  type Rate,
} from '@fenrun/kernel';

/** A rate as the API has it: a decimal percent, or a decimal amount in major units per order or piece. */
export type RateForm = { readonly percent: string } | { readonly fixed: string; readonly per: 'order' | 'unit' };

/** What a form is read with: the merchant's currency, and where wrong fields are noted. */
export interface FormReading {
  readonly currency: string;
  readonly errors: FieldError[];
}

export function rateForm(rate: Rate, currency: string): { percent: string } | { fixed: string; per: 'order' | 'unit' } {
  if (rate.kind === 'percent') return { percent: formatPercent(rate.percent) };
  return { fixed: formatMoney(rate.amount, currency), per: rate.per };
}

/** Reads a rate. Amounts with more digits than the currency has are noted at the pointer. */
export function readRate(form: RateForm, reading: FormReading, pointer: string): Rate {
  if ('percent' in form) return { kind: 'percent', percent: percent(form.percent) };
  return { kind: 'fixed', amount: readAmount(form.fixed, reading, `${pointer}/fixed`), per: form.per };
}

/** Reads an amount; one that is wrong is noted at the pointer and read as nothing. */
export function readAmount(text: string, { currency, errors }: FormReading, pointer: string): Money {
  const amount = parseMoney(text, currency);
  if (!isRefusal(amount)) return amount as Money;
  errors.push({ pointer, code: 'invalid-amount' });
  return 0 as Money;
}

/** A step of a JSON pointer. */
export function pointerStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
