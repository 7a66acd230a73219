import type { Words } from '../common/words';

export const couponStateWords = {
  running: { zh: '可用', en: 'Usable' },
  coming: { zh: '未开始', en: 'Not begun' },
  over: { zh: '已过期', en: 'Over' },
  used_up: { zh: '已用完', en: 'Used up' },
  off: { zh: '已停用', en: 'Switched off' },
} as const satisfies Words;
