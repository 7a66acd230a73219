import { refuse } from '@fenrun/kernel';
import { addDueWork, type DueWork, workByTheClock } from '../foundation/jobs';
import type { Installation, Part } from '../installation';
import { merchantById } from '../modules/identity';
import { openPictureStore, STOREFRONT, type StorefrontSurroundings } from '../modules/storefront';
import { WECHAT, type WechatSettingsSurroundings } from '../modules/wechat';
import { runShopJobs, shopDueInstant } from './shop-jobs';
import { type ReadOrder, shopStories } from './shop-stories';
import type { ShopSurroundings } from './shop-surroundings';

const shops = new WeakMap<Installation, ShopSurroundings>();

/** The shop of an installation, made once: other flows and the demo use the same. */
export function shopOf(installation: Installation): ShopSurroundings {
  const known = shops.get(installation) ?? openShop(installation);
  shops.set(installation, known);
  return known;
}

function openShop({ db, wechat, settings, log, push }: Installation): ShopSurroundings {
  return {
    db,
    wechat,
    push,
    pictures: openPictureStore(settings.dataDir),
    publicUrl: settings.publicUrl,
    merchantOf: async (merchantId) => {
      const merchant = await merchantById(db.read, merchantId);
      if (!merchant) throw new Error(`no merchant ${merchantId}`);
      return merchant;
    },
    alarm: (what, facts) => log.error(what, facts),
  };
}

/** What of the shop becomes due by itself: payments, refunds and shipping reports to look after. */
export function shopWork(shop: ShopSurroundings): DueWork {
  return {
    name: 'shop',
    nextDueAt: async (after) => {
      const due = await shopDueInstant(shop);
      return due === null ? null : Math.max(due, after);
    },
    runDue: (until) => runShopJobs(shop, until),
  };
}

/** The shop in the mini-program. */
export function shopPart(readOrder: ReadOrder = async () => refuse('not-found')): Part {
  return {
    name: 'shop',
    provide: (installation) => ({
      [STOREFRONT]: surroundings(installation, readOrder),
      [WECHAT]: {
        wechat: installation.wechat,
        publicUrl: installation.settings.publicUrl,
      } satisfies WechatSettingsSurroundings,
    }),
    start: async (installation) => {
      const work = shopWork(shopOf(installation));
      const forget = addDueWork(installation.clock, work);
      const stop = workByTheClock(work, installation.clock, installation.log);
      return async () => {
        forget();
        await stop();
      };
    },
  };
}

function surroundings(installation: Installation, readOrder: ReadOrder): StorefrontSurroundings {
  const shop = shopOf(installation);
  return {
    pictures: shop.pictures,
    stories: shopStories(shop, readOrder),
    mchidOf: async (merchantId) => (await shop.wechat.of(merchantId))?.pay?.mchid ?? null,
  };
}
