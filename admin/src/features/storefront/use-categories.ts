import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/call';

export function useCategories() {
  return useQuery({
    queryKey: ['storefront', 'categories'],
    queryFn: ({ signal }) => call(routes.storefront.categories, { signal }),
  });
}
