import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/call';

export function useBalance(code: string) {
  return useQuery({
    queryKey: ['promoters', 'balance', code],
    queryFn: ({ signal }) => call(routes.promoters.balance, { params: { code }, signal }),
  });
}
