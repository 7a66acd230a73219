import { attributionSchemas } from './attribution/schemas';
import { campaignsSchemas } from './campaigns/schemas';
import { climbingSchemas } from './climbing/schemas';
import { commissionSchemas } from './commission/schemas';
import type { Answer, IdOf, Input, Sent } from './common/schema-map';
import { couponsSchemas } from './coupons/schemas';
import { customersSchemas } from './customers/schemas';
import { demoSchemas } from './demo/schemas';
import { exportsSchemas } from './exports/schemas';
import { identitySchemas } from './identity/schemas';
import { importsSchemas } from './imports/schemas';
import { memberSchemas } from './member/schemas';
import { payoutSchemas } from './payout/schemas';
import { plansSchemas } from './plans/schemas';
import { promotersSchemas } from './promoters/schemas';
import { recalculationSchemas } from './recalculation/schemas';
import { reportingSchemas } from './reporting/schemas';
import { rulesSchemas } from './rules/schemas';
import { salesSchemas } from './sales/schemas';
import { storefrontSchemas } from './storefront/schemas';
import { trialsSchemas } from './trials/schemas';
import { wechatSchemas } from './wechat/schemas';

/** The schemas of every route, by route id. */
export const schemas = {
  ...identitySchemas,
  ...plansSchemas,
  ...rulesSchemas,
  ...campaignsSchemas,
  ...couponsSchemas,
  ...climbingSchemas,
  ...trialsSchemas,
  ...promotersSchemas,
  ...salesSchemas,
  ...storefrontSchemas,
  ...attributionSchemas,
  ...commissionSchemas,
  ...recalculationSchemas,
  ...payoutSchemas,
  ...customersSchemas,
  ...reportingSchemas,
  ...importsSchemas,
  ...exportsSchemas,
  ...memberSchemas,
  ...wechatSchemas,
  ...demoSchemas,
} as const;

export type Schemas = typeof schemas;
export type RouteId = keyof Schemas;

/** What the controller of a route receives: `In<typeof routes.commission.list>` or `In<'commission.list'>`. */
export type In<R> = IdOf<R> extends RouteId ? Input<Schemas[IdOf<R> & RouteId]> : never;

/** What a client sends to a route. */
export type Ask<R> = IdOf<R> extends RouteId ? Sent<Schemas[IdOf<R> & RouteId]> : never;

/** What a route answers. */
export type Out<R> = IdOf<R> extends RouteId ? Answer<Schemas[IdOf<R> & RouteId]> : never;
