import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useShareSheet } from '@/features/attribution/use-share-sheet';
import { useMe } from '@/features/identity/api';
import { useHome } from '@/features/reporting/api';
import { type ShopProductRow, subjectOf } from '@/features/storefront/model';

/** The first page: what was earned today, what waits, what is good to share. */
export function useHomePage() {
  const me = useMe();
  const home = useHome();
  const sheet = useShareSheet();
  usePullDownRefresh(() => {
    void Promise.all([home.again(), me.again()]).then(() => Taro.stopPullDownRefresh());
  });
  const share = (product: ShopProductRow) => sheet.openFor(subjectOf(product));
  return { home, sheet, share, application: me.data?.application.status ?? 'none' };
}
