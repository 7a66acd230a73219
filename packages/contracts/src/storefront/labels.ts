import type { Words } from '../common/words';

export const productStateWords = {
  on_shelf: { zh: '在售', en: 'On the shelf' },
  off_shelf: { zh: '已下架', en: 'Off the shelf' },
} as const satisfies Words;

/** The states that a customer sees an order in; those before payment exist only in the shop. */
export const shopOrderStateWords = {
  unpaid: { zh: '待付款', en: 'To be paid' },
  paid: { zh: '待发货', en: 'To be shipped' },
  shipped: { zh: '待收货', en: 'On its way' },
  completed: { zh: '已完成', en: 'Completed' },
  refunded: { zh: '已退款', en: 'Refunded' },
  closed: { zh: '已关闭', en: 'Closed' },
} as const satisfies Words;

export const productSortWords = {
  recommended: { zh: '推荐', en: 'Recommended' },
  earning: { zh: '赚得多', en: 'Earns most' },
  selling: { zh: '卖得好', en: 'Sells best' },
  newest: { zh: '新上架', en: 'Newest' },
} as const satisfies Words;
