import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { type OwnPayout, readPayouts } from '@/features/payout/api';
import { usePages } from '@/lib/query/use-pages';

/** Every payout of the promoter's, newest first. */
export function usePayouts() {
  const list = usePages<OwnPayout>('payouts', readPayouts, true);
  usePullDownRefresh(() => {
    void list.again().then(() => Taro.stopPullDownRefresh());
  });
  return { list };
}
