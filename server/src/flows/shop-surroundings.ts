import type { Instant } from '@fenrun/kernel';
import type { Database, Tx } from '../foundation/db';
import type { PushHub } from '../foundation/push';
import type { PictureStore } from '../modules/storefront';
import type { Wechat } from '../modules/wechat';

/** What the shop has to know of a merchant. */
export interface ShopMerchant {
  readonly id: string;
  readonly slug: string;
  readonly currency: string;
  readonly timezone: string;
  readonly region: string;
}

/** What a story of the shop needs around it: the ways to the database and to WeChat, and where to cry for help. */
export interface ShopSurroundings {
  readonly db: Database;
  readonly wechat: Wechat;
  readonly pictures: PictureStore;
  readonly push: Pick<PushHub, 'to'>;
  /** Where WeChat reaches us, without a trailing slash. */
  readonly publicUrl: string;
  merchantOf(merchantId: string): Promise<ShopMerchant>;
  /** Something that a person has to look at. Never called for what WeChat does on purpose, like a probe. */
  alarm(what: string, facts: Readonly<Record<string, unknown>>): void;
}

/** What a job answers: how many things it worked on. */
export type ShopJob = (shop: ShopSurroundings, now: Instant) => Promise<number>;

/** One transaction: of a call, so that its idempotency key and audit entry stand or fall with it, or of its own. */
export type Write = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
