import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/call';

export type Work = AnswerOf<'reporting.promoterWork'>;

export function useWork(code: string) {
  return useQuery({
    queryKey: ['reporting', 'work', code],
    queryFn: ({ signal }) => call(routes.reporting.promoterWork, { params: { code }, signal }),
  });
}
