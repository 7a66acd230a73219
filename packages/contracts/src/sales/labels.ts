import type { Words } from '../common/words';

export const orderTypeWords = {
  one_time: { zh: '单次', en: 'One-time' },
  recurring: { zh: '订阅', en: 'Recurring' },
  manual: { zh: '人工录入', en: 'Manual' },
} as const satisfies Words;

export const orderStateWords = {
  paid: { zh: '已付款', en: 'Paid' },
  shipped: { zh: '已发货', en: 'Shipped' },
  completed: { zh: '已完成', en: 'Completed' },
} as const satisfies Words;

export const refundedWords = {
  none: { zh: '无退款', en: 'Not refunded' },
  partly: { zh: '部分退款', en: 'Partly refunded' },
  wholly: { zh: '已全额退款', en: 'Wholly refunded' },
} as const satisfies Words;

export const refundStateWords = {
  processing: { zh: '退款处理中', en: 'Being refunded' },
  succeeded: { zh: '已退款', en: 'Refunded' },
  failed: { zh: '退款失败', en: 'Refund failed' },
  waiting: { zh: '等待订单', en: 'Waiting for its order' },
} as const satisfies Words;

export const sourceWords = {
  shop: { zh: '小程序', en: 'Mini-program' },
  webhook: { zh: '订单推送', en: 'Webhook' },
  manual: { zh: '人工录入', en: 'By hand' },
  import: { zh: '导入', en: 'Import' },
} as const satisfies Words;

export const attributionWords = {
  order: { zh: '订单指定', en: 'Named by the order' },
  subscription: { zh: '沿用首期推广员', en: 'From the first payment' },
  coupon: { zh: '优惠券归属', en: 'Owner of the coupon' },
  binding: { zh: '锁客关系', en: 'Bound customer' },
  touch: { zh: '最近一次打开', en: 'Last touch' },
  self: { zh: '推广员自购', en: 'Own purchase' },
  assigned: { zh: '人工指定', en: 'Assigned by a person' },
  none: { zh: '没有归属', en: 'Nobody' },
} as const satisfies Words;

/** What of a shop order is stuck at WeChat and wants a person. */
export const orderTroubleWords = {
  shipping: { zh: '发货没有上报微信', en: 'Shipping not reported to WeChat' },
  refund: { zh: '退款卡住了', en: 'Refund stuck' },
} as const satisfies Words;

export const unresolvedWords = {
  promoter: { zh: '推广码不存在', en: 'Unknown promoter code' },
  campaign: { zh: '活动不存在', en: 'Unknown campaign' },
  sku: { zh: '商品不在目录里', en: 'SKU not in the catalogue' },
  coupon: { zh: '优惠券不存在', en: 'Unknown coupon' },
  customer: { zh: '客户未登记', en: 'Unknown customer' },
} as const satisfies Words;
