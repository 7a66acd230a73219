/** The routes of the API without their schemas: nothing here imports zod, so that the mini-program can carry it. */
import { attributionRoutes } from './attribution/routes';
import { campaignsRoutes } from './campaigns/routes';
import { climbingRoutes } from './climbing/routes';
import { commissionRoutes } from './commission/routes';
import { couponsRoutes } from './coupons/routes';
import { customersRoutes } from './customers/routes';
import { demoRoutes } from './demo/routes';
import { exportsRoutes } from './exports/routes';
import { identityRoutes } from './identity/routes';
import { importsRoutes } from './imports/routes';
import { memberRoutes } from './member/routes';
import { payoutRoutes } from './payout/routes';
import { plansRoutes } from './plans/routes';
import { promotersRoutes } from './promoters/routes';
import { recalculationRoutes } from './recalculation/routes';
import { reportingRoutes } from './reporting/routes';
import { rulesRoutes } from './rules/routes';
import { salesRoutes } from './sales/routes';
import { storefrontRoutes } from './storefront/routes';
import { trialsRoutes } from './trials/routes';
import { wechatRoutes } from './wechat/routes';

export * from './common/route';
export { PUSH_PATH } from './push/path';

export const routes = {
  identity: identityRoutes,
  plans: plansRoutes,
  rules: rulesRoutes,
  campaigns: campaignsRoutes,
  coupons: couponsRoutes,
  climbing: climbingRoutes,
  trials: trialsRoutes,
  promoters: promotersRoutes,
  sales: salesRoutes,
  storefront: storefrontRoutes,
  attribution: attributionRoutes,
  commission: commissionRoutes,
  recalculation: recalculationRoutes,
  payout: payoutRoutes,
  customers: customersRoutes,
  reporting: reportingRoutes,
  imports: importsRoutes,
  exports: exportsRoutes,
  member: memberRoutes,
  wechat: wechatRoutes,
  demo: demoRoutes,
} as const;
