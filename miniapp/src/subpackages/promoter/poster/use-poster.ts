import Taro, { useReady, useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { codePictureOf, makeShare } from '@/features/attribution/api';
import { drawPoster, POSTER_HEIGHT, POSTER_WIDTH, type PosterContent } from '@/features/attribution/poster';
import { readProduct } from '@/features/storefront/api';
import { exportCanvas, takeCanvas } from '@/lib/canvas';
import { textNow } from '@/lib/i18n';
import { paramsOf } from '@/lib/navigation';
import { pictureUrl } from '@/lib/picture-url';
import { platform } from '@/lib/platform';
import { type Problem, problemFromFailure } from '@/lib/problem';

export const POSTER_CANVAS = 'poster-canvas';

/** Fetches product and share, draws the poster once, and keeps the picture. */
export function usePoster() {
  const params = paramsOf('poster', useRouter().params);
  const [picture, setPicture] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isReady = useRef(process.env.TARO_ENV === 'h5');
  const sku = params.product ?? '';
  const words = params.words ?? null;
  const campaign = params.campaign ?? null;

  const draw = useCallback(async () => {
    setProblem(null);
    try {
      const drawing = await takeCanvas(POSTER_CANVAS, POSTER_WIDTH, POSTER_HEIGHT);
      await drawPoster(drawing, await contentOf(sku, campaign, words));
      setPicture(await exportCanvas(drawing.canvas));
    } catch (failure) {
      setProblem(problemFromFailure(failure));
    }
  }, [sku, campaign, words]);

  useReady(() => {
    if (isReady.current) return;
    isReady.current = true;
    void draw();
  });
  useEffect(() => {
    if (isReady.current) void draw();
  }, [draw]);

  async function save(): Promise<void> {
    if (!picture) return;
    const said = await platform.saveImage(picture);
    void Taro.showToast({ title: said === 'saved' ? textNow().poster.saved : textNow().poster.refused, icon: 'none' });
  }

  return { picture, problem, draw, save };
}

async function contentOf(sku: string, campaign: string | null, words: string | null): Promise<PosterContent> {
  const [product, share] = await Promise.all([
    readProduct(sku),
    makeShare({ sku, campaign, channel: 'poster', words }),
  ]);
  const text = textNow().poster;
  const absolute = (src: string | null) => (src ? pictureUrl(src) : null);
  return {
    picture: absolute(product.pictures[0] ?? product.image),
    shopName: share.shop.name,
    shopLogo: absolute(share.shop.logo),
    title: product.name,
    point: product.subtitle,
    price: product.price,
    currency: product.currency,
    specification: product.specification,
    promoterName: share.promoter.name,
    promoterAvatar: absolute(share.promoter.avatar),
    recommends: text.recommends,
    words: words ?? share.suggestions[0] ?? '',
    code: codePictureOf(share),
    scan: text.scan,
  };
}
