import type { Words } from '../common/words';

export const ruleLayerWords = {
  sales_match: { zh: '销售匹配', en: 'Sales match' },
  individual: { zh: '指定推广员', en: 'Individual' },
  group: { zh: '分组', en: 'Group' },
} as const satisfies Words;

export const ruleStateWords = {
  running: { zh: '生效中', en: 'Running' },
  coming: { zh: '未开始', en: 'Not begun' },
  over: { zh: '已过期', en: 'Over' },
  ended: { zh: '已结束', en: 'Ended' },
} as const satisfies Words;

export const ruleScopeWords = {
  order: { zh: '整单', en: 'The whole order' },
  matched_lines: { zh: '符合条件的商品', en: 'The products that match' },
} as const satisfies Words;

export const customerConditionWords = {
  new: { zh: '新客', en: 'New customers' },
  returning: { zh: '老客', en: 'Returning customers' },
} as const satisfies Words;

export const ruleConditionWords = {
  coupons: { zh: '券', en: 'coupon' },
  skus: { zh: '商品', en: 'product' },
  categories: { zh: '品类', en: 'category' },
  country: { zh: '国家或地区', en: 'country' },
  customer: { zh: '新老客', en: 'new or returning customers' },
  amount: { zh: '订单金额', en: 'order amount' },
  campaign: { zh: '活动', en: 'campaign' },
  orderType: { zh: '订单类型', en: 'type of order' },
  subId: { zh: '子渠道', en: 'sub id' },
} as const satisfies Words;

/** The conditions that a rule of each layer can have; forms offer these and the server refuses others. Source: domain.md, section 3. */
export const LAYER_CONDITIONS = {
  sales_match: ['coupons', 'skus', 'categories', 'country', 'customer', 'amount', 'campaign', 'orderType', 'subId'],
  individual: ['skus', 'categories'],
  group: ['skus', 'categories'],
} as const;
