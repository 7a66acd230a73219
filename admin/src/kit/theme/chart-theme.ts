import { type Mode, roles } from './roles';
import { scale } from './scale';

/** ECharts theme: grey scaffolding, the accent for what is asked about, labels at the end of lines instead of a legend. */
export const chartTheme = (mode: Mode) => {
  const r = roles[mode];
  const axis = {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: r.ink3, fontSize: 12, margin: 10 },
    splitLine: { lineStyle: { color: r.line, width: 1 } },
    nameTextStyle: { color: r.ink3, fontSize: 12 },
  };
  return {
    // at most six series; the first is the accent, the order never changes between screens. Each ≥ 3:1 on the canvas.
    color:
      mode === 'light'
        ? ['#1F6FEB', '#0D8484', '#A5671B', '#7656C0', '#BE4468', '#646E7D']
        : ['#6AA5FF', '#3BB3B0', '#D79A4B', '#A88BEE', '#EE7F9E', '#8D97A6'],
    backgroundColor: 'transparent',
    animation: false, // switched on (180 ms) only when the reader has not asked for reduced motion
    textStyle: { fontFamily: scale.fontFamily, fontSize: 12, color: r.ink2 },
    categoryAxis: { ...axis, axisLine: { show: true, lineStyle: { color: r.lineStrong } }, splitLine: { show: false } },
    timeAxis: { ...axis, axisLine: { show: true, lineStyle: { color: r.lineStrong } }, splitLine: { show: false } },
    valueAxis: { ...axis, min: 0, splitNumber: 3 }, // bars always start at zero
    line: { symbol: 'circle', symbolSize: 6, showSymbol: false, smooth: false, lineStyle: { width: 2 } },
    bar: { barMaxWidth: 18, itemStyle: { borderRadius: [2, 2, 0, 0] } },
    tooltip: {
      trigger: 'axis',
      confine: true,
      padding: [8, 12],
      borderWidth: 1,
      borderColor: r.line,
      backgroundColor: r.raised,
      textStyle: { color: r.ink, fontSize: 13 },
      extraCssText: 'font-variant-numeric: tabular-nums; box-shadow: 0 8px 28px rgba(0,0,0,.14); border-radius: 8px',
      axisPointer: { type: 'line', lineStyle: { color: r.lineStrong, width: 1 } },
    },
    /** Spans of campaigns behind a trend. */
    markArea: { itemStyle: { color: r.sunken }, label: { color: r.ink3, fontSize: 12 } },
  };
};
