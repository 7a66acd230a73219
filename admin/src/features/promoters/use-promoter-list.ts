import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { pageSize, useKeysetList } from '../../kit/list/use-keyset-list';
import { call } from '../../lib/call';

export interface PromoterFilter {
  readonly status?: readonly string[];
  readonly q?: string | null;
  readonly programme?: string | null;
  readonly group?: string | null;
  readonly inviter?: string | null;
}

export function usePromoterList(filter: PromoterFilter) {
  return useKeysetList(['promoters', 'list', filter], (cursor, signal) =>
    call(routes.promoters.list, { query: { ...filter, limit: pageSize, cursor }, signal }),
  );
}

export function usePromoterCounts() {
  return useQuery({
    queryKey: ['promoters', 'counts'],
    queryFn: ({ signal }) => call(routes.promoters.counts, { signal }),
  }).data?.counts;
}
