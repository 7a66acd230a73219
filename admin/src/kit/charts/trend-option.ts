import type { Language } from '../i18n/language';
import { chartTheme } from '../theme/chart-theme';
import { type Mode, roles } from '../theme/roles';
import type { EChartsCoreOption } from './echarts';
import { escapeText } from './escape-text';
import { moneyAxis } from './round-scale';

export interface TrendSpan {
  readonly name: string;
  /** Indexes of the first and the last day inside the chart. */
  readonly first: number;
  readonly last: number;
}

export interface TrendInput {
  /** One label a day, the last being the present one. */
  readonly days: readonly string[];
  readonly tooltipDays: readonly string[];
  readonly line: { readonly name: string; readonly values: readonly number[]; readonly peak: string };
  readonly compare: { readonly name: string; readonly values: readonly number[] };
  readonly bars: { readonly name: string; readonly values: readonly number[] };
  /** The last day is not over: it is drawn hollow and says until when. */
  readonly unfinished: string | null;
  readonly spans: readonly TrendSpan[];
  readonly language: Language;
  readonly format: (value: number) => string;
}

export const trendHeight = 330;
const top = 18;
const lineHeight = 180;
const barTop = 222;
const barHeight = 64;

/** Two quantities in two panels over one time axis: the line with its compared period above, bars below. */
export function trendOption(input: TrendInput, mode: Mode): EChartsCoreOption {
  const role = roles[mode];
  const teal = chartTheme(mode).color[1] as string;
  const grid = { left: 46, right: labelRoom(input) };
  return {
    grid: [
      { ...grid, top, height: lineHeight },
      { ...grid, top: barTop, height: barHeight },
    ],
    xAxis: [
      {
        type: 'category',
        data: input.days,
        gridIndex: 0,
        boundaryGap: true,
        axisLabel: { show: false },
        axisPointer: { show: true },
      },
      {
        type: 'category',
        data: input.days,
        gridIndex: 1,
        boundaryGap: true,
        axisLabel: { interval: dayLabelAt(input.days.length), showMaxLabel: true },
      },
    ],
    yAxis: [
      { type: 'value', gridIndex: 0, ...moneyAxis([...input.line.values, ...input.compare.values], 4, input.language) },
      { type: 'value', gridIndex: 1, ...moneyAxis(input.bars.values, 2, input.language) },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }], label: { show: false } },
    tooltip: { formatter: (points: unknown) => tooltipText(points, input) },
    series: [
      lineSeries(input, role),
      ...unfinishedSeries(input, role),
      compareSeries(input, role),
      barSeries(input, teal),
    ],
  };
}

/** Room at the right for the longest label of a line's end: Chinese characters are as wide as they are high. */
function labelRoom(input: TrendInput): number {
  const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 12.5 : 7), 0);
  const labels = [input.compare.name, `${input.bars.name}  `, ...(input.unfinished?.split('\n') ?? [])];
  return Math.max(78, Math.max(...labels.map(widthOf)) + 22);
}

/** A label every seventh day, counted back from the last one, so that the last is always named. */
const dayLabelAt = (count: number) => (index: number) => (count - 1 - index) % 7 === 0;

type Role = (typeof roles)['light'];

function lineSeries(input: TrendInput, role: Role): object {
  const { values, name, peak } = input.line;
  const finished = input.unfinished === null ? values : values.slice(0, -1);
  const highest = Math.max(...finished, 0);
  const at = finished.indexOf(highest);
  const isNearRight = at > finished.length * 0.7;
  return {
    name,
    type: 'line',
    xAxisIndex: 0,
    yAxisIndex: 0,
    z: 4,
    data: finished,
    lineStyle: { color: role.accent, width: 2 },
    itemStyle: { color: role.accent },
    markPoint:
      highest > 0
        ? {
            symbol: 'circle',
            symbolSize: 6,
            silent: true,
            data: [{ coord: [at, highest] }],
            itemStyle: { color: role.accent },
            label: {
              formatter: peak,
              position: 'top',
              color: role.accentText,
              fontWeight: 600,
              fontSize: 13,
              align: isNearRight ? 'center' : at < finished.length * 0.2 ? 'left' : 'center',
            },
          }
        : undefined,
    markArea: {
      silent: true,
      itemStyle: { color: role.sunken },
      label: { position: 'insideBottomLeft', color: role.ink3, fontSize: 12 },
      data: input.spans.map((span) => [{ name: span.name, xAxis: span.first }, { xAxis: span.last }]),
    },
  };
}

/** The step into the unfinished day: dashed, hollow, and labelled with the time until which it counts. */
function unfinishedSeries(input: TrendInput, role: Role): object[] {
  if (input.unfinished === null) return [];
  const last = input.line.values.length - 1;
  // Only the two points of the step: a series that began with days without a value would draw its label at no height.
  const data = input.line.values
    .map((value, index) => ({ value: [index, value], symbol: index === last ? 'circle' : 'none' }))
    .slice(-2);
  return [
    {
      name: input.line.name,
      type: 'line',
      xAxisIndex: 0,
      yAxisIndex: 0,
      z: 4,
      data,
      showSymbol: true,
      symbolSize: 8,
      lineStyle: { color: role.accent, width: 1.5, type: [3, 3] },
      itemStyle: { color: role.canvas, borderColor: role.accent, borderWidth: 2 },
      endLabel: endLabel(input.unfinished, role.accentText, labelOffset(input)),
    },
  ];
}

function compareSeries(input: TrendInput, role: Role): object {
  return {
    name: input.compare.name,
    type: 'line',
    xAxisIndex: 0,
    yAxisIndex: 0,
    z: 3,
    data: input.compare.values,
    lineStyle: { color: role.compare, width: 1.25 },
    itemStyle: { color: role.compare },
    endLabel: endLabel(input.compare.name, role.ink3, -labelOffset(input) / 2),
  };
}

const endLabel = (formatter: string, color: string, offsetY: number) => ({
  show: true,
  formatter,
  color,
  fontSize: 12,
  lineHeight: 16,
  distance: 8,
  offset: [0, offsetY],
});

/** Two end labels that would touch are moved apart; the present day's label is of two lines. */
function labelOffset(input: TrendInput): number {
  const most = Math.max(1, ...input.line.values, ...input.compare.values);
  const present = input.line.values.at(-1) ?? 0;
  const compared = input.compare.values.at(-1) ?? 0;
  const apart = ((compared - present) / most) * lineHeight;
  if (Math.abs(apart) >= 30) return 0;
  return apart >= 0 ? 30 - apart : -(30 + apart);
}

function barSeries(input: TrendInput, colour: string): object {
  const last = input.bars.values.length - 1;
  const hollow = { color: 'transparent', borderColor: colour, borderWidth: 1 };
  return {
    name: input.bars.name,
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barMaxWidth: 14,
    itemStyle: { color: colour },
    data: input.bars.values.map((value, index) =>
      index === last && input.unfinished !== null ? { value, itemStyle: hollow } : { value },
    ),
    markPoint: {
      symbol: 'circle',
      symbolSize: 0.1,
      silent: true,
      data: [{ coord: [last, 0] }],
      label: {
        formatter: input.bars.name,
        position: 'right',
        distance: 18,
        offset: [0, -barHeight / 2],
        color: colour,
        fontWeight: 600,
        fontSize: 13,
      },
    },
  };
}

interface TooltipPoint {
  readonly dataIndex: number;
}

function tooltipText(points: unknown, input: TrendInput): string {
  const index = (Array.isArray(points) ? (points as TooltipPoint[])[0] : (points as TooltipPoint))?.dataIndex ?? 0;
  const line = (name: string, value: number | undefined) =>
    `<div style="display:flex;gap:16px;justify-content:space-between"><span>${escapeText(name)}</span><b>${escapeText(input.format(value ?? 0))}</b></div>`;
  return [
    `<div>${escapeText(input.tooltipDays[index] ?? '')}</div>`,
    line(input.line.name, input.line.values[index]),
    line(input.compare.name, input.compare.values[index]),
    line(input.bars.name, input.bars.values[index]),
  ].join('');
}
