import type { Words } from '../common/words';

export const layerWords = {
  sales_match: { zh: '销售匹配', en: 'Sales match' },
  individual: { zh: '指定推广员', en: 'Individual' },
  group: { zh: '分组', en: 'Group' },
  tier_bonus: { zh: '达标奖励', en: 'Tier bonus' },
  default: { zh: '推广计划', en: 'Programme' },
  self: { zh: '自购', en: 'Self-purchase' },
  network: { zh: '邀请佣金', en: 'Network' },
  bonus: { zh: '活动奖励', en: 'Campaign bonus' },
  manual: { zh: '人工指定', en: 'Set by hand' },
} as const satisfies Words;

export const recurringWords = {
  first_only: { zh: '只计首期', en: 'First payment only' },
  first_n: { zh: '计前几期', en: 'The first payments' },
  forever: { zh: '每期都计', en: 'Every payment' },
} as const satisfies Words;

export const groupVsTierWords = {
  strict: { zh: '分组优先于达标奖励', en: 'Group always beats tier bonus' },
  higher_wins: { zh: '分组与达标奖励取高', en: 'The higher of group and tier bonus' },
} as const satisfies Words;

export const selfPurchaseWords = {
  block: { zh: '自购不计佣金', en: 'No commission on own purchases' },
  normal: { zh: '自购按普通订单计', en: 'Own purchases count like any sale' },
  rebate: { zh: '自购返佣', en: 'Rebate on own purchases' },
} as const satisfies Words;

export const bindingWords = {
  none: { zh: '不锁客', en: 'No binding' },
  window: { zh: '锁客一段时间', en: 'Bound for some days' },
  permanent: { zh: '永久锁客', en: 'Bound for good' },
} as const satisfies Words;
