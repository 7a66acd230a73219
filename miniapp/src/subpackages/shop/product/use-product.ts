import { useRouter, useShareTimeline } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { readTouch, touchStore } from '@/features/attribution/api';
import { useShareSheet } from '@/features/attribution/use-share-sheet';
import { useMe } from '@/features/identity/api';
import { readProduct } from '@/features/storefront/api';
import { paramsOf } from '@/lib/navigation';
import { pictureUrl } from '@/lib/picture-url';
import { platform } from '@/lib/platform';
import { type Answer, useQuery } from '@/lib/query/use-query';
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
    () => (data ? { sku: data.sku, name: data.name, image: data.image, earn: data.earn?.amount ?? null } : null),
    [data],
  );
  useShareTimeline(() => ({
    title: data?.name ?? params['t'],
    query: timelineQuery(sheet.share?.query ?? (sku ? `sku=${encodeURIComponent(sku)}` : ''), data?.name, data?.image),
    imageUrl: data?.image ? pictureUrl(data.image) : undefined,
  }));
  return {
    product: needsTouch && resolved.state === 'failed' ? { ...product, ...failed(resolved) } : product,
    sheet,
    isSumOpen,
    setSumOpen,
    isSinglePage,
    single: { title: params['t'] ?? '', image: params['i'] ?? null },
    isMissing: needsTouch && resolved.state === 'ready' && !sku,
    isPromoter: me.data?.promoter?.status === 'active',
    canApply: me.data?.application.status === 'none',
    touch: touch?.promoter ? touch : null,
    share: () => subject && sheet.openFor(subject),
    openPoster: () => subject && sheet.openFor(subject),
    subject,
  };
}

/** What could not be resolved is shown, and tried again, like a product that could not be read. */
function failed({ problem, again }: Pick<Answer<unknown>, 'problem' | 'again'>) {
  return { state: 'failed' as const, problem, again, data: undefined };
}

/** Moments shows the page without a sign-in: name and picture travel in the query. */
function timelineQuery(query: string, name: string | undefined, image: string | null | undefined): string {
  return [query, name ? `t=${encodeURIComponent(name)}` : '', image ? `i=${encodeURIComponent(image)}` : '']
    .filter(Boolean)
    .join('&');
}
