import type { Words } from '../common/words';

export const backTestStateWords = {
  waiting: { zh: '排队中', en: 'Waiting' },
  running: { zh: '计算中', en: 'Running' },
  done: { zh: '已完成', en: 'Done' },
  failed: { zh: '失败', en: 'Failed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Words;

export const backTestByWords = {
  promoter: { zh: '按推广员', en: 'By promoter' },
  product: { zh: '按商品', en: 'By product' },
  day: { zh: '按日', en: 'By day' },
} as const satisfies Words;
