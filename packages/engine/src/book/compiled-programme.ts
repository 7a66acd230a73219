import type { Rate } from '@fenrun/kernel';
import type { Programme, RecurringPolicy, Sale, SaleLine } from '../model/index';
import type { Contender } from './compiled-rule';

/** A programme with its rates as contenders of the default layer. */
export interface CompiledProgramme {
  readonly code: string;
  readonly programme: Programme;
  readonly bySku: ReadonlyMap<string, Contender>;
  readonly byCategory: ReadonlyMap<string, Contender>;
  readonly byDefault: Contender | null;
}

export function compileProgramme(code: string, programme: Programme): CompiledProgramme {
  const contender = (suffix: string, rate: Rate): Contender => ({
    ref: `programme:${code}${suffix}`,
    layer: 'default',
    rate,
  });
  const special = (rates: Readonly<Record<string, Rate>>) =>
    new Map(Object.entries(rates).map(([key, rate]) => [key, contender(`:${key}`, rate)]));
  return {
    code,
    programme,
    bySku: special(programme.skus),
    byCategory: special(programme.categories),
    byDefault: programme.rate ? contender('', programme.rate) : null,
  };
}

/** The programme's rates for the line, the one that wins the layer first: SKU, category, default. */
export function ratesFor(programme: CompiledProgramme, line: SaleLine): Contender[] {
  const found: Contender[] = [];
  const ofSku = programme.bySku.get(line.sku);
  if (ofSku) found.push(ofSku);
  const ofCategory = line.category === null ? undefined : programme.byCategory.get(line.category);
  if (ofCategory) found.push(ofCategory);
  if (programme.byDefault) found.push(programme.byDefault);
  return found;
}

const PAYS: {
  readonly [Mode in RecurringPolicy['mode']]: (
    policy: Extract<RecurringPolicy, { mode: Mode }>,
    sequence: number,
  ) => boolean;
} = {
  forever: () => true,
  first_only: (_, sequence) => sequence <= 1,
  first_n: ({ n }, sequence) => sequence <= n,
};

/** Whether the recurring policy pays for the sale; sales that are not renewals are always paid for. */
export function paysRecurring({ programme }: CompiledProgramme, sale: Sale): boolean {
  if (sale.type !== 'recurring') return true;
  const pays = PAYS[programme.recurring.mode] as (policy: RecurringPolicy, sequence: number) => boolean;
  return pays(programme.recurring, sale.sequence ?? 1);
}
