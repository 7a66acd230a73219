import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { call } from '@/lib/http';
import { type Answer, useQuery } from '@/lib/query/use-query';

export type MemberHome = Out<'reporting.memberHome'>;
export type MemberWork = Out<'reporting.memberWork'>;

export function useHome(): Answer<MemberHome> {
  return useQuery({ key: 'home', read: () => call(routes.reporting.memberHome), isKept: true });
}

export function useWork(days: 7 | 30): Answer<MemberWork> {
  return useQuery({
    key: `work:${days}`,
    read: () => call(routes.reporting.memberWork, { query: { days } }),
    isKept: true,
  });
}
