import type { Language } from '../i18n/language';
import { compactNumber } from '../money/money-format';
import { chartTheme } from '../theme/chart-theme';
import { type Mode, roles } from '../theme/roles';
import type { EChartsCoreOption } from './echarts';
import { escapeText } from './escape-text';
import { moneyAxis, roundScale } from './round-scale';

interface Named {
  readonly name: string;
  readonly values: readonly number[];
}

export interface DifferenceInput {
  readonly days: readonly string[];
  readonly before: Named;
  readonly after: Named;
  readonly difference: Named;
  readonly language: Language;
  readonly format: (value: number, signed?: boolean) => string;
}

export const differenceHeight = 330;
const topPanel = { top: 18, height: 180 };
const lowPanel = { top: 222, height: 76 };

/** Two ways to reckon the same days: both as lines above, what lies between them as bars below, on one time axis. */
export function differenceOption(input: DifferenceInput, mode: Mode): EChartsCoreOption {
  const role = roles[mode];
  const teal = chartTheme(mode).color[1] as string;
  const grid = { left: 52, right: labelRoom(input) };
  const days = { type: 'category', data: input.days, boundaryGap: true };
  return {
    grid: [
      { ...grid, ...topPanel },
      { ...grid, ...lowPanel },
    ],
    xAxis: [
      { ...days, gridIndex: 0, axisLabel: { show: false }, axisPointer: { show: true } },
      {
        ...days,
        gridIndex: 1,
        axisLine: { onZero: false },
        axisLabel: { interval: dayLabelAt(input.days.length), showMaxLabel: true, hideOverlap: true },
      },
    ],
    yAxis: [
      { type: 'value', gridIndex: 0, ...moneyAxis([...input.before.values, ...input.after.values], 4, input.language) },
      { type: 'value', gridIndex: 1, ...signedAxis(input.difference.values, input.language) },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }], label: { show: false } },
    tooltip: { formatter: (points: unknown) => tooltipText(points, input) },
    series: [
      line(input.before, role.compare, role.ink3, 1.25, endOffset(input)),
      line(input.after, role.accent, role.accentText, 2, -endOffset(input)),
      {
        name: input.difference.name,
        type: 'bar',
        xAxisIndex: 1,
        yAxisIndex: 1,
        barMaxWidth: 14,
        itemStyle: { color: teal },
        data: input.difference.values,
        markPoint: {
          symbol: 'circle',
          symbolSize: 0.1,
          silent: true,
          data: [{ coord: [input.days.length - 1, 0] }],
          label: { formatter: input.difference.name, position: 'right', distance: 14, color: teal, fontWeight: 600 },
        },
      },
    ],
  };
}

function line({ name, values }: Named, color: string, labelColor: string, width: number, offsetY: number): object {
  return {
    name,
    type: 'line',
    xAxisIndex: 0,
    yAxisIndex: 0,
    data: values,
    lineStyle: { color, width },
    itemStyle: { color },
    endLabel: { show: true, formatter: name, color: labelColor, fontSize: 12, distance: 8, offset: [0, offsetY] },
  };
}

/** An axis around zero: a bar below it is a fall, so the least is shown too. */
function signedAxis(values: readonly number[], language: Language) {
  const most = Math.max(0, ...values);
  const least = Math.max(0, ...values.map((value) => -value));
  const { interval } = roundScale([Math.max(most, least)], 2);
  const max = Math.ceil(most / interval) * interval;
  const min = -Math.ceil(least / interval) * interval;
  const top = Math.max(max, -min);
  const say = (value: number) => `${value < 0 ? '\u2212' : ''}${compactNumber(Math.abs(value), language, top)}`;
  return {
    min: least === 0 ? 0 : min,
    max: most === 0 && least > 0 ? 0 : max || interval,
    interval,
    axisLabel: { formatter: (value: number) => (value === 0 ? '0' : say(value)) },
  };
}

/** Seven labels or so however long the time is, counted back from the last day, which is always named. */
const dayLabelAt = (count: number) => {
  const step = count <= 60 ? 7 : count <= 180 ? 14 : 61;
  return (index: number) => (count - 1 - index) % step === 0;
};

const textWidth = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 12.5 : 7), 0);

const labelRoom = (input: DifferenceInput): number =>
  Math.max(...[input.before, input.after, input.difference].map(({ name }) => textWidth(name))) + 30;

/** The two lines mostly run close together; their names at the end are then moved apart, the lower one down. */
function endOffset(input: DifferenceInput): number {
  const most = Math.max(1, ...input.before.values, ...input.after.values);
  const before = input.before.values.at(-1) ?? 0;
  const after = input.after.values.at(-1) ?? 0;
  const apart = ((before - after) / most) * topPanel.height;
  if (Math.abs(apart) >= 18) return 0;
  return apart > 0 ? -(18 - apart) / 2 : (18 + apart) / 2;
}

function tooltipText(points: unknown, input: DifferenceInput): string {
  const index = (points as { dataIndex: number }[])[0]?.dataIndex ?? 0;
  const row = ({ name, values }: Named, signed?: boolean) =>
    `<div style="display:flex;gap:16px;justify-content:space-between"><span>${escapeText(name)}</span><b>${escapeText(input.format(values[index] ?? 0, signed))}</b></div>`;
  return [
    `<div>${escapeText(input.days[index] ?? '')}</div>`,
    row(input.before),
    row(input.after),
    row(input.difference, true),
  ].join('');
}
