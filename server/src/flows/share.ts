import type { In, Lang, Out } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Call } from '../foundation/http';
import { makeShare, type ShareRow } from '../modules/attribution';
import { merchantById } from '../modules/identity';
import { currentBook } from '../modules/plans';
import { type PromoterRow, promoterOfMember } from '../modules/promoters';
import { firstPicture, type ProductRow, productOf } from '../modules/storefront';
import { suggestionsFor } from './share-words';

type ShareAsk = In<'attribution.share'>['body'];
type ShareView = Out<'attribution.share'>;

/** Pages of the mini-program that shares lead to, without a leading slash. */
const PAGES = {
  product: 'subpackages/shop/product/index',
  join: 'subpackages/promoter/join/index',
  home: 'pages/home/index',
} as const;

/** The title of a share card has room for so many characters. Source: look/miniapp/NOTES.md. */
const TITLE_AT_MOST = 26;

/** An active promoter shares a product, the shop, or an invitation: a code of its own for each share, with card, path and picture. */
export async function shareSomething(call: Call, publicUrl: string, ask: ShareAsk): Promise<ShareView | Refusal> {
  const { merchantId, db, now } = call;
  const promoter = await promoterOfMember(db.read, merchantId, call.actor.id);
  if (promoter?.status !== 'active') return refuse('promoter-not-active');
  const product = ask.sku ? await productOf(db.read, merchantId, ask.sku) : undefined;
  if (ask.sku && !product?.isOnShelf) return refuse(product ? 'off-shelf' : 'unknown-product');
  const { book } = await currentBook(db.read, merchantId, db);
  if (ask.campaign && !book.campaigns.some(({ code }) => code === ask.campaign))
    return refuse('invalid-request', undefined, [{ pointer: '/campaign', code: 'unknown-value' }]);
  const draft = {
    merchantId,
    promoterId: promoter.id,
    sku: ask.sku ?? null,
    campaign: ask.campaign ?? null,
    channel: ask.channel,
    isInvite: ask.invite,
    words: ask.words?.trim() || null,
  };
  const share = await call.write((tx) => makeShare(tx, draft, now));
  return isRefusal(share) ? share : shareView(call, publicUrl, share, promoter, product);
}

async function shareView(
  call: Call,
  publicUrl: string,
  share: ShareRow,
  promoter: PromoterRow,
  product: ProductRow | undefined,
): Promise<ShareView> {
  const { slug } = call.merchant;
  const merchant = await merchantById(call.db.read, call.merchantId);
  const query = `${share.sku === null ? '' : `sku=${encodeURIComponent(share.sku)}&`}s=${share.code}`;
  const page = pageOfShare(share);
  return {
    code: share.code,
    path: `/${page}?${query}`,
    query,
    title: cardTitle(promoter.name, product?.name ?? call.merchant.name, share.isInvite, call.lang),
    image: product ? firstPicture(product.pictures) : (merchant?.logo ?? null),
    codePicture: `/api/v1/shares/${encodeURIComponent(slug)}/${share.code}/picture`,
    link: `${publicUrl}/m/?merchant=${encodeURIComponent(slug)}&s=${share.code}#/${page}?${query}`,
    suggestions: suggestionsFor(product?.category ?? null, share.isInvite, call.lang),
    shop: { name: call.merchant.name, logo: merchant?.logo ?? null },
    promoter: { name: promoter.name, avatar: promoter.avatar },
  };
}

/** The page that a share opens. */
export function pageOfShare({ isInvite, sku }: Pick<ShareRow, 'isInvite' | 'sku'>): string {
  if (isInvite) return PAGES.join;
  return sku === null ? PAGES.home : PAGES.product;
}

/** 「林小满推荐：武夷肉桂岩茶 礼盒 120 克」; the promoter's name stays whole before the product's is cut. */
function cardTitle(promoter: string, what: string, isInvite: boolean, lang: Lang): string {
  const lead = isInvite
    ? { zh: `${promoter}邀请你加入`, en: `${promoter} invites you: ` }
    : { zh: `${promoter}推荐：`, en: `${promoter}: ` };
  const characters = [...lead[lang], ...what];
  if (characters.length <= TITLE_AT_MOST) return characters.join('');
  return `${characters.slice(0, TITLE_AT_MOST - 1).join('')}…`;
}
