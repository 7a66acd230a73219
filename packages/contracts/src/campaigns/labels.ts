import type { Words } from '../common/words';

export const campaignStateWords = {
  running: { zh: '进行中', en: 'Running' },
  coming: { zh: '未开始', en: 'Not begun' },
  over: { zh: '已结束', en: 'Over' },
} as const satisfies Words;
