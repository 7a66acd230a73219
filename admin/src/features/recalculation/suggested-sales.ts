import type { ChosenSales } from './recalculate-dialog';

/** What of a list's filter also chooses sales: days, promoter and product. */
export function suggestedSales(
  filter: Readonly<Record<string, string | readonly string[] | null | undefined>>,
): Partial<NonNullable<ChosenSales['filter']>> {
  const one = (key: string) => (typeof filter[key] === 'string' ? (filter[key] as string) : undefined);
  const [from, to, promoter, sku] = ['from', 'to', 'promoter', 'sku'].map(one);
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(promoter ? { promoter } : {}),
    ...(sku ? { sku } : {}),
  };
}
