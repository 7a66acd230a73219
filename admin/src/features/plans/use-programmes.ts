import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/call';

export function useProgrammes() {
  return useQuery({
    queryKey: ['plans', 'programmes'],
    queryFn: ({ signal }) => call(routes.plans.programmes, { signal }),
  });
}
