export { type KeepWechatAccount, keepWechatAccount } from './commands/keep-wechat-account';
export type { Ok, Outcome, Reaction, Refused, Unknown, UnknownReason } from './domain/outcome';
export { saysNotFound, saysPaid } from './domain/pay-errors';
export { type NoticeHeaders, type NoticeRefusal, openPayNotice, type PayNotice } from './domain/pay-notice';
export type { PayParams } from './domain/pay-sign';
export { checkPushUrl, openPush, type PushQuery, type PushSecret } from './domain/push-crypto';
export type { AccountDraft, EnvVersion, PayCredentials, WechatAccount } from './domain/wechat-account';
export {
  type MerchantPay,
  type PrepayAsk,
  type RefundAsk,
  type RefundFacts,
  type RefundState,
  refundFacts,
  type TradeFacts,
  type TradeState,
  tradeFacts,
} from './gateway/merchant-pay';
export type { CodeImage, MiniProgram, PhoneNumber, SubscribeMessage, WechatIdentity } from './gateway/mini-program';
export { chinaTime, type LogisticsType, type ShippingReport, shippingState, uploadShipping } from './gateway/shipping';
export {
  cancelTransfer,
  createTransfer,
  queryTransfer,
  type TransferAsk,
  type TransferFacts,
  type TransferState,
  transferFacts,
} from './gateway/transfers';
export { API_BASE, type MerchantWechat, openWechat, PAY_BASE, type Wechat } from './gateway/wechat';
export { WECHAT, WechatSettingsController, type WechatSettingsSurroundings } from './http/settings';
export { type WechatSettings, wechatAccountOf, wechatSettingsOf } from './queries/wechat-account-of';
