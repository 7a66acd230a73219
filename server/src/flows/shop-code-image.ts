import { type Refusal, refuse } from '@fenrun/kernel';
import type { PictureFile } from '../modules/storefront';
import type { ShopSurroundings } from './shop-surroundings';

export interface CodeImageAsk {
  readonly merchantId: string;
  /** 10–16 characters of base62; it is the whole scene. */
  readonly shareCode: string;
  /** Where the code leads, without a leading slash. */
  readonly page: string;
}

/** On a poster the code stands at least this wide. Source: wechat.md 3.7. */
const WIDTH = 430;

/** One fetch a code at a time: a poster is often drawn twice in a row. */
const fetching = new Map<string, Promise<PictureFile | Refusal<'wechat-not-configured' | 'wechat-unavailable'>>>();

/** The mini-program code of a share. WeChat draws it once; afterwards it is a file. An error of WeChat is never kept as a picture. */
export async function codeImage(
  shop: ShopSurroundings,
  ask: CodeImageAsk,
): Promise<PictureFile | Refusal<'wechat-not-configured' | 'wechat-unavailable'>> {
  const name = `codes/${ask.merchantId}/${ask.shareCode}`;
  const kept = await shop.pictures.readAs(name);
  if (kept) return { bytes: kept, mime: mimeOf(kept) };
  const running = fetching.get(name);
  if (running) return running;
  const promise = draw(shop, ask, name).finally(() => fetching.delete(name));
  fetching.set(name, promise);
  return promise;
}

async function draw(
  shop: ShopSurroundings,
  ask: CodeImageAsk,
  name: string,
): Promise<PictureFile | Refusal<'wechat-not-configured' | 'wechat-unavailable'>> {
  const wechat = await shop.wechat.of(ask.merchantId);
  if (!wechat) return refuse('wechat-not-configured');
  const drawn = await wechat.mp.codeImage({ scene: ask.shareCode, page: ask.page, width: WIDTH });
  if (drawn.kind !== 'ok') {
    if (drawn.kind === 'refused')
      shop.alarm('code image refused', { merchantId: ask.merchantId, code: drawn.code, requestId: drawn.requestId });
    return refuse('wechat-unavailable', { why: drawn.kind === 'refused' ? drawn.code : drawn.reason });
  }
  await shop.pictures.keepAs(name, drawn.value.bytes);
  return { bytes: drawn.value.bytes, mime: drawn.value.type };
}

function mimeOf(bytes: Buffer): string {
  return bytes[0] === 0xff ? 'image/jpeg' : 'image/png';
}
