export { addCoupon, type CouponTerms, saveCoupon } from './commands/keep-coupon';
export { keepLead, type LeadDraft } from './commands/keep-lead';
export { makeShare, type ShareDraft } from './commands/make-share';
export { recordTouch, type TouchInput } from './commands/record-touch';
export { type Claim, type ClaimAsk, type ClaimFacts, claimSale } from './domain/claim';
export { type ReadClaimFacts, readClaimFacts } from './queries/claim-facts';
export {
  type CouponFilter,
  type CouponPlace,
  type CouponState,
  couponByCode,
  couponState,
  listCoupons,
} from './queries/coupons';
export { type FunnelSum, funnelOf, lastTouch, shareByCode } from './queries/find-shares';
export { type CouponDiscount, type CouponRow, couponTable } from './store/coupon.row';
export { type FunnelDayRow, funnelDayTable } from './store/funnel-day.row';
export { type LeadRow, leadTable } from './store/lead.row';
export { type ShareRow, shareTable } from './store/share.row';
export { TOUCH_KINDS, type TouchKind, type TouchRow, touchTable } from './store/touch.row';
