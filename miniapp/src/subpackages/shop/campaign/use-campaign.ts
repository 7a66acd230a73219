import { useRouter, useShareTimeline } from '@tarojs/taro';
import { readTouch, touchStore } from '@/features/attribution/api';
import { timelineQuery, unresolved } from '@/features/attribution/landing';
import { useShareSheet } from '@/features/attribution/use-share-sheet';
import { readCampaign } from '@/features/campaigns/api';
import { useMe } from '@/features/identity/api';
import { type ShopProductRow, subjectOf } from '@/features/storefront/model';
import { paramsOf } from '@/lib/navigation';
import { cardPicture } from '@/lib/picture-url';
import { platform } from '@/lib/platform';
import { useQuery } from '@/lib/query/use-query';
import { MOMENTS_SCENE } from '@/lib/referrer';
import { useStore } from '@/lib/store';

/** One campaign. Opened by a mini-program code there is no id in the address: the touch says which campaign it is, as with products. */
export function useCampaign() {
  const params = paramsOf('campaign', useRouter().params);
  const touch = useStore(touchStore);
  const isSinglePage = platform.entry().scene === MOMENTS_SCENE;
  const needsTouch = !params.id && !isSinglePage;
  const resolved = useQuery({ key: needsTouch ? 'touch' : null, read: readTouch });
  const id = params.id ?? touch?.campaign ?? resolved.data?.campaign ?? null;
  const answer = useQuery({
    key: id && !isSinglePage ? `campaign:${id}` : null,
    read: () => readCampaign(id ?? ''),
    isKept: true,
  });
  const me = useMe(!isSinglePage);
  const sheet = useShareSheet();
  const data = answer.data;
  useShareTimeline(() => ({
    title: data?.name ?? params['t'],
    query: timelineQuery(sheet.share?.query ?? (id ? `id=${encodeURIComponent(id)}` : ''), data?.name, data?.image),
    imageUrl: cardPicture(data?.image),
  }));
  return {
    campaign: needsTouch && resolved.state === 'failed' ? { ...answer, ...unresolved(resolved) } : answer,
    sheet,
    isSinglePage,
    single: { title: params['t'] ?? '', image: params['i'] ?? null },
    isMissing: (needsTouch && resolved.state === 'ready' && !id) || answer.problem?.kind === 'missing',
    isPromoter: me.data?.promoter?.status === 'active',
    touch: touch?.promoter ? touch : null,
    share: () =>
      data && sheet.openFor({ sku: null, campaign: data.id, name: data.name, image: data.image, earn: null }),
    shareProduct: (product: ShopProductRow) => sheet.openFor({ ...subjectOf(product), campaign: id }),
  };
}
