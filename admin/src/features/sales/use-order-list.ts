import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { dayQuery } from '../../kit/list/day-query';
import type { ListUrl } from '../../kit/list/list-url';
import { pageSize, useKeysetList } from '../../kit/list/use-keyset-list';
import { call } from '../../lib/call';

const listKeys = ['state', 'refunded', 'type', 'source', 'by', 'unresolved', 'trouble'] as const;

/** The filter of the URL as the API takes it. */
export function orderFilterOf(url: ListUrl) {
  const lists = Object.fromEntries(
    listKeys.map((key) => [key, url.getAll(key)] as const).filter(([, values]) => values.length > 0),
  );
  return {
    ...dayQuery(url),
    ...lists,
    q: url.get('q'),
    promoter: url.get('promoter'),
    customer: url.get('customer'),
    sku: url.get('sku'),
  };
}

export function useOrderList(url: ListUrl) {
  const filter = orderFilterOf(url);
  const list = useKeysetList(['sales', 'list', filter], (cursor, signal) =>
    call(routes.sales.list, { query: { ...filter, limit: pageSize, cursor }, signal }),
  );
  const totals = useQuery({
    queryKey: ['sales', 'totals', filter],
    queryFn: ({ signal }) => call(routes.sales.totals, { query: filter, signal }),
  });
  return { list, totals: totals.data };
}
