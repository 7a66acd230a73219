import type { In, Lang, Out } from '@fenrun/contracts';
import { inForce } from '@fenrun/engine';
import { type Instant, isRefusal, minor, type Refusal, refuse } from '@fenrun/kernel';
import type { Database } from '../foundation/db';
import type { Call } from '../foundation/http';
import { makeShare, type ShareRow } from '../modules/attribution';
import { campaignName } from '../modules/commission';
import { merchantById } from '../modules/identity';
import { currentBook } from '../modules/plans';
import { type PromoterRow, promoterOfMember } from '../modules/promoters';
import { firstPicture, type ProductRow, productOf } from '../modules/storefront';
import { estimateEarnings } from './estimate-earnings';
import { suggestionsFor } from './share-words';

type ShareAsk = In<'attribution.share'>['body'];
type ShareView = Out<'attribution.share'>;

/** Pages of the mini-program that shares lead to, without a leading slash. */
const PAGES = {
  product: 'subpackages/shop/product/index',
  campaign: 'subpackages/shop/campaign/index',
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
  const { compiled } = await currentBook(db.read, merchantId, db);
  if (ask.campaign && !inForce(compiled, now).campaigns.has(ask.campaign))
    return refuse('invalid-request', undefined, [{ pointer: '/campaign', code: 'unknown-value' }]);
  const draft = {
    merchantId,
    promoterId: promoter.id,
    sku: ask.sku ?? null,
    campaign: ask.campaign ?? (product ? await campaignOf(db, promoter, product, now) : null),
    channel: ask.channel,
    isInvite: ask.invite,
    words: ask.words?.trim() || null,
  };
  const share = await call.write((tx) => makeShare(tx, draft, now));
  return isRefusal(share) ? share : shareView(call, publicUrl, share, promoter, product);
}

/** The campaign in which the amount that the promoter saw on the product is earned; its share belongs to it, or the amount would be wrong. */
async function campaignOf(
  db: Database,
  promoter: PromoterRow,
  { sku, category, price }: ProductRow,
  now: Instant,
): Promise<string | null> {
  const earnings = await estimateEarnings(db, promoter, [{ sku, category, price: minor(price) }], now);
  return earnings.get(sku)?.campaign ?? null;
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
  const campaign = await sharedCampaign(call, share);
  const query = queryOfShare(share);
  const page = pageOfShare(share);
  const subject = share.isInvite ? 'invite' : campaign ? 'campaign' : 'product';
  return {
    code: share.code,
    path: `/${page}?${query}`,
    query,
    title: cardTitle(promoter.name, product?.name ?? campaign?.name ?? call.merchant.name, share.isInvite, call.lang),
    image: product ? firstPicture(product.pictures) : (campaign?.image ?? merchant?.logo ?? null),
    codePicture: `/api/v1/shares/${encodeURIComponent(slug)}/${share.code}/picture`,
    link: `${publicUrl}/m/?merchant=${encodeURIComponent(slug)}&s=${share.code}#/${page}?${query}`,
    suggestions: suggestionsFor(subject, product?.category ?? null, call.lang),
    shop: { name: call.merchant.name, logo: merchant?.logo ?? null },
    promoter: { name: promoter.name, avatar: promoter.avatar },
  };
}

/** The page that a share opens. */
export function pageOfShare({ isInvite, sku, campaign }: Pick<ShareRow, 'isInvite' | 'sku' | 'campaign'>): string {
  if (isInvite) return PAGES.join;
  if (sku !== null) return PAGES.product;
  return campaign === null ? PAGES.home : PAGES.campaign;
}

function queryOfShare({ isInvite, sku, campaign, code }: ShareRow): string {
  if (sku !== null) return `sku=${encodeURIComponent(sku)}&s=${code}`;
  return !isInvite && campaign !== null ? `id=${encodeURIComponent(campaign)}&s=${code}` : `s=${code}`;
}

/** Name and picture of the campaign that is shared as a whole. */
async function sharedCampaign({ merchantId, db, lang }: Call, { sku, campaign, isInvite }: ShareRow) {
  if (sku !== null || isInvite || campaign === null) return null;
  const { book } = await currentBook(db.read, merchantId, db);
  const doc = book.campaigns.find(({ code }) => code === campaign)?.versions.findLast(({ value }) => value !== null);
  const { image = null } = (doc?.value ?? {}) as { readonly image?: string | null };
  return { name: campaignName(book, campaign, lang), image };
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
