import type { Words } from '../common/words';

export const periodWords = {
  today: { zh: '今天', en: 'Today' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
  last_7_days: { zh: '近 7 天', en: 'Last 7 days' },
  last_30_days: { zh: '近 30 天', en: 'Last 30 days' },
} as const satisfies Words;

export const funnelWords = {
  share: { zh: '分享', en: 'Shares' },
  open: { zh: '打开', en: 'Opens' },
  lead: { zh: '留资', en: 'Leads' },
  order: { zh: '下单', en: 'Orders' },
} as const satisfies Words;
