import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../kit/i18n/words';
import { usePaused } from '../kit/use-paused';
import { call } from '../lib/call';
import { menu } from './menu';
import { appWords } from './words';

export interface SearchHit {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
}

export interface SearchGroup {
  readonly title: string;
  readonly hits: readonly SearchHit[];
}

const hitsAGroup = 5;

/** Pages at once; people, orders and products after a short pause in the typing. */
export function useSearchHits(text: string, isOpen: boolean): { groups: readonly SearchGroup[]; isSearching: boolean } {
  const words = useWords(appWords);
  const asked = usePaused(text.trim(), 200);
  const found = useQuery({
    queryKey: ['command-search', asked],
    queryFn: ({ signal }) => searchThings(asked, signal),
    enabled: isOpen && asked !== '',
    placeholderData: (old) => old,
  });
  const pages = menu
    .map(({ key, path }) => ({ path, label: words[key] }))
    .filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
  const things = asked === '' ? undefined : found.data;
  const groups = [
    { title: words.searchPages, hits: pages },
    { title: words.searchPromoters, hits: things?.promoters ?? [] },
    { title: words.searchOrders, hits: things?.orders ?? [] },
    { title: words.searchProducts, hits: things?.products ?? [] },
  ];
  return { groups: groups.filter((group) => group.hits.length > 0), isSearching: found.isFetching };
}

async function searchThings(q: string, signal: AbortSignal) {
  const query = { q, limit: hitsAGroup };
  const [promoters, orders, products] = await Promise.all([
    call(routes.promoters.list, { query, signal }),
    call(routes.sales.list, { query, signal }),
    call(routes.storefront.products, { query, signal }),
  ]);
  return {
    promoters: promoters.data.map((row) => ({
      path: `/promoters/${encodeURIComponent(row.code)}`,
      label: row.name,
      hint: row.code,
    })),
    orders: orders.data.map((row) => ({
      path: `/sales?open=${encodeURIComponent(row.id)}`,
      label: row.id,
      hint: row.title,
    })),
    products: products.data.map((row) => ({
      path: `/products/${encodeURIComponent(row.sku)}`,
      label: row.name,
      hint: row.sku,
    })),
  };
}
