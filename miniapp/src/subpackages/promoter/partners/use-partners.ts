import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { type PartnerRow, readPartners } from '@/features/hierarchy/api';
import { usePages } from '@/lib/query/use-pages';

/** The partners whom the promoter invited: names and days, never their customers. */
export function usePartners() {
  const list = usePages<PartnerRow>('partners', readPartners, true);
  usePullDownRefresh(() => {
    void list.again().then(() => Taro.stopPullDownRefresh());
  });
  return { list };
}
