import type { Words } from '../common/words';

export const messageWords = {
  application: { zh: '加入申请', en: 'Application' },
  commission: { zh: '佣金', en: 'Commission' },
  payout: { zh: '提现', en: 'Payout' },
  level: { zh: '等级', en: 'Level' },
  order: { zh: '订单', en: 'Order' },
} as const satisfies Words;

export const applicationWords = {
  none: { zh: '未申请', en: 'Not applied' },
  waiting: { zh: '审核中', en: 'Waiting' },
  rejected: { zh: '未通过', en: 'Rejected' },
  admitted: { zh: '已加入', en: 'Admitted' },
} as const satisfies Words;
