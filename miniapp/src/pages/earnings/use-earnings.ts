import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { readCommissions, useBalance } from '@/features/commission/api';
import type { CommissionFilter, OwnCommission } from '@/features/commission/model';
import { useMe } from '@/features/identity/api';
import { readOpenPayouts } from '@/features/payout/api';
import { useOnline } from '@/lib/network';
import { usePages } from '@/lib/query/use-pages';
import { useQuery } from '@/lib/query/use-query';

export const COMMISSION_FILTERS: readonly CommissionFilter[] = ['all', 'pending', 'in_review', 'approved', 'paid'];

/** 收益: what can be taken, what is on its way, and every single commission. */
export function useEarnings() {
  const me = useMe();
  const isPromoter = Boolean(me.data?.promoter);
  const [filter, setFilter] = useState<CommissionFilter>('all');
  const balance = useBalance(isPromoter);
  const list = usePages<OwnCommission>(
    isPromoter ? `commissions:${filter}` : null,
    (cursor) => readCommissions(filter, cursor),
    filter === 'all',
  );
  const openPayouts = useQuery({ key: isPromoter ? 'payouts:open' : null, read: readOpenPayouts, isKept: true });
  const isOnline = useOnline();
  usePullDownRefresh(() => {
    void Promise.all([balance.again(), list.again(), openPayouts.again()]).then(() => Taro.stopPullDownRefresh());
  });
  const toConfirm = openPayouts.data?.data.find(({ status }) => status === 'waiting_user') ?? null;
  return {
    me,
    isPromoter,
    filter,
    setFilter,
    balance,
    list,
    toConfirm,
    openPayout: openPayouts.data?.data[0] ?? null,
    isOnline,
  };
}
