import type { Instant } from '@fenrun/kernel';
import { nextDueInstant } from '../modules/storefront';
import { workDuePayments } from './pay';
import { workDueReports } from './ship';
import { workDueRefunds } from './shop-refund';
import type { ShopSurroundings } from './shop-surroundings';

/** Rounds at most in one go; each round takes up to 100 rows of each kind. */
const ROUNDS_AT_MOST = 50;

/** The next instant at which the shop has to look at something, or null. */
export function shopDueInstant(shop: ShopSurroundings): Promise<Instant | null> {
  return nextDueInstant(shop.db.read);
}

/** Works on everything of the shop that is due by `now`. Answers how much that was. */
export async function runShopJobs(shop: ShopSurroundings, now: Instant): Promise<number> {
  let worked = 0;
  for (let round = 0; round < ROUNDS_AT_MOST; round += 1) {
    const counts = [await workDuePayments(shop, now), await workDueRefunds(shop, now), await workDueReports(shop, now)];
    const inRound = counts.reduce((all, count) => all + count, 0);
    worked += inRound;
    if (inRound === 0) break;
  }
  return worked;
}
