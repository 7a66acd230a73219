import type { Words } from '../common/words';

export const ladderMetricWords = {
  referral_order_value: { zh: '推荐订单金额', en: 'Referral order value' },
  referral_order_count: { zh: '推荐订单数', en: 'Referral order count' },
  earned_commission: { zh: '所得佣金', en: 'Earned commission' },
  downline_sales: { zh: '邀请的伙伴的成交额', en: 'Partners’ sales' },
  personal_volume: { zh: '自己带来的成交额', en: 'Personal volume' },
} as const satisfies Words;

export const bonusMetricWords = {
  sales: { zh: '销售额', en: 'Sales' },
  conversions: { zh: '成交单数', en: 'Conversions' },
} as const satisfies Words;

export const bonusWindowWords = {
  last_month: { zh: '上月', en: 'Last month' },
  trailing_30_days: { zh: '近 30 天', en: 'The last 30 days' },
  since_joining: { zh: '加入以来', en: 'Since joining' },
} as const satisfies Words;

export const groupCriterionWords = {
  orders: { zh: '成交单数', en: 'Orders' },
  revenue: { zh: '成交额', en: 'Revenue' },
  customers: { zh: '成交客户数', en: 'Customers' },
} as const satisfies Words;
