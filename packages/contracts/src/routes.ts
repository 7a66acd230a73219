/** The routes of the API without their schemas: nothing here imports zod, so that the mini-program can carry it. */
import { attributionRoutes } from './attribution/routes';
import { commissionRoutes } from './commission/routes';
import { customersRoutes } from './customers/routes';
import { demoRoutes } from './demo/routes';
import { exportsRoutes } from './exports/routes';
import { identityRoutes } from './identity/routes';
import { importsRoutes } from './imports/routes';
import { memberRoutes } from './member/routes';
import { payoutRoutes } from './payout/routes';
import { plansRoutes } from './plans/routes';
import { promotersRoutes } from './promoters/routes';
import { reportingRoutes } from './reporting/routes';
import { salesRoutes } from './sales/routes';
import { storefrontRoutes } from './storefront/routes';
import { wechatRoutes } from './wechat/routes';

export * from './common/route';
export { PUSH_PATH } from './push/path';

export const routes = {
  identity: identityRoutes,
  plans: plansRoutes,
  promoters: promotersRoutes,
  sales: salesRoutes,
  storefront: storefrontRoutes,
  attribution: attributionRoutes,
  commission: commissionRoutes,
  payout: payoutRoutes,
  customers: customersRoutes,
  reporting: reportingRoutes,
  imports: importsRoutes,
  exports: exportsRoutes,
  member: memberRoutes,
  wechat: wechatRoutes,
  demo: demoRoutes,
} as const;
