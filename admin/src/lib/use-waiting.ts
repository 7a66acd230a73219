import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { call } from './call';

/** What waits for a decision: the overview lists it, the menu counts it. */
export function useWaiting() {
  return useQuery({
    queryKey: ['waiting'],
    queryFn: ({ signal }) => call(routes.reporting.waiting, { signal }),
    staleTime: 30_000,
  });
}
