/** Every provider of Midway's container. A controller that is not exported here does not exist. */
export { MainConfiguration } from './configuration';
export { DemoController } from './demo/controller';
export { AttributionController } from './flows/pages/attribution-controller';
export { BackTestsController } from './flows/pages/back-tests-controller';
export { CampaignsController } from './flows/pages/campaigns-controller';
export { ClimbingController } from './flows/pages/climbing-controller';
export { CouponsController } from './flows/pages/coupons-controller';
export { CustomersController } from './flows/pages/customers-controller';
export { DecidingController } from './flows/pages/deciding-controller';
export { MemberController } from './flows/pages/member-controller';
export { OwnPayoutsController } from './flows/pages/own-payouts-controller';
export { PayoutsController } from './flows/pages/payouts-controller';
export { PlanTrialController } from './flows/pages/plan-trial-controller';
export { PlansController } from './flows/pages/plans-controller';
export { PromotersController } from './flows/pages/promoters-controller';
export { RecalculationController } from './flows/pages/recalculation-controller';
export { RulesController } from './flows/pages/rules-controller';
export { SalesController } from './flows/pages/sales-controller';
export { TryOrderController } from './flows/pages/try-order-controller';
export { SalesWebhookController } from './flows/sales-webhook';
export { EdgeMiddleware } from './foundation/http';
export { ImportsController } from './imports';
export { CommissionsController, OwnCommissionsController } from './modules/commission';
export {
  KeysController,
  MemberSessionController,
  MerchantController,
  SessionController,
  StaffController,
} from './modules/identity';
export { AgreementsController } from './modules/promoters';
export {
  CommissionsCsvController,
  ExportsController,
  MemberReportsController,
  ReportsController,
} from './modules/reporting';
export {
  AddressesController,
  CategoriesController,
  OrdersController,
  PicturesController,
  ProductsController,
  ShipmentsController,
  ShopController,
} from './modules/storefront';
export { WechatSettingsController } from './modules/wechat';
