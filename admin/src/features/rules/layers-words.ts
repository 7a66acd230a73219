import type { ReactNode } from 'react';
import { defineWords, grouped, plural, rich } from '../../kit/i18n/words';

/** What the two layers say that are written on tabs of their own. */
export const layersWords = defineWords(
  {
    change: '改',
    addProgramme: '加推广计划',
    days: (days: number) => `${grouped(days)} 天`,
    step: (
      window: string,
      metric: 'sales' | 'conversions',
      threshold: ReactNode,
      days: ReactNode,
      rate: ReactNode,
    ): ReactNode =>
      rich`${window}${metric === 'sales' ? '销售满' : '成交满'} ${threshold}${metric === 'sales' ? '' : ' 单'}，${
        days === null ? '一直' : rich`${days} 内`
      }付 ${rate}`,
  },
  {
    change: 'Edit',
    addProgramme: 'Add programme',
    days: (days) => plural(days, 'day', 'days'),
    step: (window, metric, threshold, days, rate) =>
      rich`${metric === 'sales' ? 'Sales of ' : ''}${threshold}${metric === 'sales' ? '' : ' orders'} ${window.toLowerCase()}, pays ${rate}${
        days === null ? ' for good' : rich` for ${days}`
      }`,
  },
);
