import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { readOrders } from '@/features/storefront/api';
import type { ShopOrderRow, ShopOrderState } from '@/features/storefront/model';
import { paramsOf } from '@/lib/navigation';
import { usePages } from '@/lib/query/use-pages';

export const ORDER_FILTERS = ['all', 'unpaid', 'paid', 'shipped', 'completed'] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];

/** What the member bought. */
export function useOrders() {
  const params = paramsOf('orders', useRouter().params);
  const [filter, setFilter] = useState<OrderFilter>(ORDER_FILTERS.find((each) => each === params.state) ?? 'all');
  const state: ShopOrderState | null = filter === 'all' ? null : filter;
  const list = usePages<ShopOrderRow>(`orders:${filter}`, (cursor) => readOrders(state, cursor), filter === 'all');
  usePullDownRefresh(() => {
    void list.again().then(() => Taro.stopPullDownRefresh());
  });
  return { filter, setFilter, list };
}
