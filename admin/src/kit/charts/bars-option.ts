import type { Language } from '../i18n/language';
import { type Mode, roles } from '../theme/roles';
import type { EChartsCoreOption } from './echarts';
import { escapeText } from './escape-text';
import { moneyAxis } from './round-scale';

export interface BarsInput {
  readonly labels: readonly string[];
  readonly tooltips: readonly string[];
  readonly name: string;
  readonly values: readonly number[];
  /** The last bar is not over: it is drawn hollow. */
  readonly isLastUnfinished: boolean;
  /** A line across to compare with, and what it is. */
  readonly reference: { readonly value: number; readonly label: string } | null;
  readonly language: Language;
  readonly format: (value: number) => string;
}

export const barsHeight = 178;

/** Bars from zero in one colour; the highest and the last say their value, the line across is what is usual. */
export function barsOption(input: BarsInput, mode: Mode): EChartsCoreOption {
  const role = roles[mode];
  const last = input.values.length - 1;
  const peak = input.values.indexOf(Math.max(...input.values));
  const hollow = { color: 'transparent', borderColor: role.accent, borderWidth: 1 };
  const label = { show: true, position: 'top', color: role.ink2, fontSize: 12, distance: 4 };
  return {
    grid: { left: 44, right: input.reference ? 92 : 12, top: 22, height: 130 },
    xAxis: {
      type: 'category',
      data: input.labels,
      axisLabel: { interval: (index: number) => (last - index) % 2 === 0, showMaxLabel: true },
    },
    yAxis: {
      type: 'value',
      ...moneyAxis(input.values, 2, input.language),
    },
    tooltip: {
      formatter: (points: unknown) => {
        const index = (points as { dataIndex: number }[])[0]?.dataIndex ?? 0;
        return `${escapeText(input.tooltips[index] ?? '')}<br/><b>${escapeText(input.format(input.values[index] ?? 0))}</b>`;
      },
    },
    series: [
      {
        name: input.name,
        type: 'bar',
        barMaxWidth: 18,
        itemStyle: { color: role.accent },
        data: input.values.map((value, index) => ({
          value,
          ...(index === last && input.isLastUnfinished ? { itemStyle: hollow } : {}),
          ...(value > 0 && (index === peak || index === last)
            ? { label: { ...label, formatter: input.format(value).replace(/\.\d+$/, '') } }
            : {}),
        })),
        markLine: input.reference
          ? {
              silent: true,
              symbol: 'none',
              lineStyle: { color: role.ink2, type: [4, 3], width: 1 },
              data: [{ yAxis: input.reference.value }],
              label: {
                formatter: input.reference.label,
                position: 'end',
                color: role.ink3,
                fontSize: 12,
                lineHeight: 16,
                align: 'left',
              },
            }
          : undefined,
      },
    ],
  };
}
