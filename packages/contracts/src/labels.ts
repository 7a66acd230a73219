/** The words of statuses, kinds and reasons in zh and en; nothing here imports zod. */
export * from './attribution/labels';
export * from './campaigns/labels';
export * from './climbing/labels';
export * from './commission/labels';
export * from './common/words';
export * from './coupons/labels';
export * from './identity/labels';
export * from './imports/labels';
export * from './member/labels';
export * from './payout/labels';
export * from './plans/labels';
export * from './promoters/labels';
export * from './reporting/labels';
export * from './rules/labels';
export * from './sales/labels';
export * from './storefront/labels';
export * from './trials/labels';
