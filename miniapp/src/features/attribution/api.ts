import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { freshKey } from '@/lib/fresh-key';
import { call } from '@/lib/http';
import { pictureUrl } from '@/lib/picture-url';
import { isProblem, Problem } from '@/lib/problem';
import { pendingShare, settleShare } from '@/lib/referrer';
import { createStore } from '@/lib/store';

export type ShareAnswer = Out<'attribution.share'>;
export type ShareChannel = 'friend' | 'timeline' | 'poster' | 'code' | 'link';

export interface ShareWish {
  /** null: the shop itself, or an invitation. */
  sku: string | null;
  campaign?: string | null;
  channel: ShareChannel;
  words: string | null;
  isInvite?: boolean;
}

const made = new Map<string, Promise<ShareAnswer>>();

/**
 * Makes a share: its code, its path and its picture. Each channel has a code of its own, so that the funnel can tell them
 * apart; the same wish is made once while the app runs, so that looking twice is not sharing twice.
 */
export function makeShare({ sku, campaign, channel, words, isInvite }: ShareWish): Promise<ShareAnswer> {
  const wish = JSON.stringify([sku, campaign ?? null, channel, words, isInvite ?? false]);
  const known = made.get(wish);
  if (known) return known;
  const share = call(routes.attribution.share, {
    body: { sku, campaign: campaign ?? null, channel, words: words || null, invite: isInvite ?? false },
    key: freshKey(Date.now()),
  });
  made.set(wish, share);
  share.catch(() => made.delete(wish));
  return share;
}

/** The code of a share as an address that an image can load. */
export function codePictureOf(share: ShareAnswer): string {
  return pictureUrl(share.codePicture);
}

/** What the last touch led to: who recommends, with which words, and what. */
export const touchStore = createStore<Out<'attribution.touch'> | null>(null);

const SCAN_SCENES = new Set([1011, 1012, 1013, 1047, 1048, 1049]);
const LINK_SCENES = new Set([1001, 1065, 1194]);

export function touchKindOf(scene: number): 'scan' | 'click' | 'share' {
  if (SCAN_SCENES.has(scene)) return 'scan';
  return LINK_SCENES.has(scene) ? 'click' : 'share';
}

let telling: Promise<Out<'attribution.touch'> | null> | null = null;

/** Tells the server of the way in, once. The server decides what follows; without a network it is told the next time. */
export function tellTouch(): Promise<Out<'attribution.touch'> | null> {
  telling ??= tellPending().finally(() => {
    telling = null;
  });
  return telling;
}

async function tellPending(): Promise<Out<'attribution.touch'> | null> {
  const pending = pendingShare();
  if (!pending) return null;
  try {
    const touch = await call(routes.attribution.touch, {
      body: { code: pending.code, kind: touchKindOf(pending.scene) },
    });
    settleShare(pending.code);
    touchStore.set(touch);
    return touch;
  } catch (failure) {
    if (isProblem(failure) && (failure.kind === 'refused' || failure.kind === 'missing')) settleShare(pending.code);
    return null;
  }
}

/** The touch that a page opened by a bare code needs: rejects while the server could not be told, so that one can try again. */
export async function readTouch(): Promise<Out<'attribution.touch'> | null> {
  const touch = await tellTouch();
  if (!touch && pendingShare()) throw new Problem('offline', 'offline', '', 0, null);
  return touch ?? touchStore.get();
}
