import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { call } from '@/lib/http';
import { type Answer, useQuery } from '@/lib/query/use-query';
import type { Balance, CommissionFilter } from './model';

const PAGE = 20;

export function useBalance(isAsked = true): Answer<Balance> {
  return useQuery({ key: isAsked ? 'balance' : null, read: () => call(routes.member.balance), isKept: true });
}

export function readCommissions(
  filter: CommissionFilter,
  cursor: string | null,
): Promise<Out<'commission.memberList'>> {
  return call(routes.commission.memberList, {
    query: { status: filter === 'all' ? undefined : [filter], limit: PAGE, cursor: cursor ?? undefined },
  });
}

export function readCommission(id: string): Promise<Out<'commission.memberRead'>> {
  return call(routes.commission.memberRead, { params: { id } });
}
