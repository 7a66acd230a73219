import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { pageSize, useKeysetList } from '../../kit/list/use-keyset-list';
import { type AnswerOf, call } from '../../lib/call';

export type ProductRow = AnswerOf<'storefront.products'>['data'][number];
export type Product = AnswerOf<'storefront.product'>;

export interface ProductFilter {
  readonly q: string | null;
  readonly category: string | null;
  readonly state?: readonly string[];
  readonly stockBelow: string | null;
}

export function useProductList(filter: ProductFilter) {
  const list = useKeysetList(['storefront', 'products', filter], (cursor, signal) =>
    call(routes.storefront.products, { query: { ...filter, limit: pageSize, cursor }, signal }),
  );
  const counts = useQuery({
    queryKey: ['storefront', 'counts', filter],
    queryFn: ({ signal }) => call(routes.storefront.products, { query: { ...filter, limit: 1 }, signal }),
    select: ({ total, onShelf }) => ({ total, onShelf }),
  });
  return { list, counts: counts.data };
}
