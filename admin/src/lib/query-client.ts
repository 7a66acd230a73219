import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem';

/** Retries only what may go away by itself: the network and a server in trouble. A refusal stays a refusal. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 2 && isProblem(error) && (error.status === 0 || error.status >= 502),
      retryDelay: (attempt) => 500 * 2 ** attempt,
    },
    mutations: { retry: false },
  },
});
