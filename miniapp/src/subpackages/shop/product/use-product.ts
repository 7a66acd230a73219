import { useRouter, useShareTimeline } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { readTouch, touchStore } from '@/features/attribution/api';
import { timelineQuery, unresolved } from '@/features/attribution/landing';
import { useShareSheet } from '@/features/attribution/use-share-sheet';
import { useMe } from '@/features/identity/api';
import { readProduct } from '@/features/storefront/api';
import { subjectOf } from '@/features/storefront/model';
import { paramsOf } from '@/lib/navigation';
import { cardPicture } from '@/lib/picture-url';
import { platform } from '@/lib/platform';
import { useQuery } from '@/lib/query/use-query';
import { MOMENTS_SCENE } from '@/lib/referrer';
import { useStore } from '@/lib/store';

/**
 * One product. Opened by a mini-program code there is no SKU in the address, only the scene: the touch says which product it is.
 * Opened in Moments nobody is signed in: what the share carried in its query is all that can be shown.
 */
export function useProduct() {
  const params = paramsOf('product', useRouter().params);
  const touch = useStore(touchStore);
  const isSinglePage = platform.entry().scene === MOMENTS_SCENE;
  const needsTouch = !params.sku && !isSinglePage;
  const resolved = useQuery({ key: needsTouch ? 'touch' : null, read: readTouch });
  const sku = params.sku ?? touch?.sku ?? resolved.data?.sku ?? null;
  const product = useQuery({
    key: sku && !isSinglePage ? `product:${sku}` : null,
    read: () => readProduct(sku ?? ''),
    isKept: true,
  });
  const me = useMe(!isSinglePage);
  const sheet = useShareSheet();
  const [isSumOpen, setSumOpen] = useState(false);
  const data = product.data;
  const subject = useMemo(
    () => (data ? { ...subjectOf(data), campaign: params.campaign ?? null } : null),
    [data, params.campaign],
  );
  useShareTimeline(() => ({
    title: data?.name ?? params['t'],
    query: timelineQuery(sheet.share?.query ?? (sku ? `sku=${encodeURIComponent(sku)}` : ''), data?.name, data?.image),
    imageUrl: cardPicture(data?.image),
  }));
  return {
    product: needsTouch && resolved.state === 'failed' ? { ...product, ...unresolved(resolved) } : product,
    sheet,
    isSumOpen,
    setSumOpen,
    isSinglePage,
    single: { title: params['t'] ?? '', image: params['i'] ?? null },
    isMissing: needsTouch && resolved.state === 'ready' && !sku,
    isPromoter: me.data?.promoter?.status === 'active',
    touch: touch?.promoter ? touch : null,
    share: () => subject && sheet.openFor(subject),
    campaign: params.campaign,
  };
}
