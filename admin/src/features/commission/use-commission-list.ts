import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { dayQuery } from '../../kit/list/day-query';
import type { ListUrl } from '../../kit/list/list-url';
import { pageSize, useKeysetList } from '../../kit/list/use-keyset-list';
import { call } from '../../lib/call';

const singles = [
  'q',
  'order',
  'sku',
  'promoter',
  'campaign',
  'programme',
  'group',
  'amountFrom',
  'amountTo',
  'review',
] as const;
const lists = ['status', 'kind'] as const;

export type CommissionFilter = Readonly<Record<string, string | readonly string[]>>;

/** The filter of the URL as lists, totals, exports and bulk decisions take it. */
export function commissionFilterOf(url: ListUrl): CommissionFilter {
  const matured = dayQuery(url, 'maturedFrom', 'maturedTo');
  const filter: Record<string, string | readonly string[] | undefined | null> = {
    ...dayQuery(url),
    maturedFrom: matured.from,
    maturedTo: matured.to,
  };
  for (const key of singles) filter[key] = url.get(key);
  for (const key of lists) filter[key] = url.getAll(key);
  return Object.fromEntries(
    Object.entries(filter).filter((entry): entry is [string, string | readonly string[]] => Boolean(entry[1]?.length)),
  );
}

export function useCommissionList(filter: CommissionFilter, sort: string) {
  const list = useKeysetList(['commission', 'list', filter, sort], (cursor, signal) =>
    call(routes.commission.list, { query: { ...filter, sort, limit: pageSize, cursor }, signal }),
  );
  const totals = useQuery({
    queryKey: ['commission', 'totals', filter],
    queryFn: ({ signal }) => call(routes.commission.totals, { query: filter, signal }),
  });
  return { list, totals: totals.data };
}
