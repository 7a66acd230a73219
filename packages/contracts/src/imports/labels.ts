import type { Words } from '../common/words';

export const importKindWords = {
  orders: { zh: '订单', en: 'Orders' },
  promoters: { zh: '推广员', en: 'Promoters' },
  products: { zh: '商品', en: 'Products' },
} as const satisfies Words;

export const importStateWords = {
  uploaded: { zh: '待设置对应列', en: 'To be mapped' },
  checking: { zh: '试算中', en: 'Dry run in progress' },
  checked: { zh: '试算完成', en: 'Dry run done' },
  running: { zh: '导入中', en: 'Importing' },
  done: { zh: '已完成', en: 'Done' },
  failed: { zh: '已中断', en: 'Failed' },
} as const satisfies Words;
