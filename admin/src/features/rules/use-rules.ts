import { routes } from '@fenrun/contracts/routes';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { ListUrl } from '../../kit/list/list-url';
import { pageSize } from '../../kit/list/use-keyset-list';
import { type AnswerOf, call } from '../../lib/call';
import type { RuleLayer } from './types';

type RulesPage = AnswerOf<'rules.list'>;
export type RulesData = InfiniteData<RulesPage, string | null>;

const singles = ['q', 'promoter', 'group', 'campaign'] as const;

/** The filter of the URL as the API takes it. */
export function ruleFilterOf(url: ListUrl) {
  const states = url.getAll('state');
  return {
    show: url.get('show') === 'all' ? ('all' as const) : ('present' as const),
    ...(states.length > 0 ? { state: states } : {}),
    ...Object.fromEntries(singles.flatMap((key) => (url.get(key) ? [[key, url.get(key)]] : []))),
  };
}

export type RuleFilter = ReturnType<typeof ruleFilterOf>;

export const rulesKey = (layer: RuleLayer, filter: RuleFilter) => ['rules', 'list', layer, filter] as const;

/** The rules of one layer in the order in which they are tried, fetched a page at a time: a layer may hold thousands. */
export function useLayerRules(layer: RuleLayer, filter: RuleFilter) {
  const query = useInfiniteQuery({
    queryKey: rulesKey(layer, filter),
    queryFn: ({ pageParam, signal }) =>
      call(routes.rules.list, { query: { ...filter, layer, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const first = query.data?.pages[0];
  return {
    query,
    rules: query.data?.pages.flatMap((page) => page.data) ?? [],
    counts: first?.counts,
    findings: first?.findings ?? [],
  };
}

export type LayerRules = ReturnType<typeof useLayerRules>;
