import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { useWork } from '@/features/reporting/api';
import { useLast } from '@/lib/query/use-last';

/** My own figures over the last 7 or 30 days. */
export function usePerformance() {
  const [days, setDays] = useState<7 | 30>(30);
  const work = useWork(days);
  const data = useLast(work.data);
  const [chosen, setChosen] = useState<number | null>(null);
  usePullDownRefresh(() => {
    void work.again().then(() => Taro.stopPullDownRefresh());
  });
  const choose = (next: 7 | 30) => {
    setChosen(null);
    setDays(next);
  };
  return { days, choose, work, data, chosen, setChosen };
}
