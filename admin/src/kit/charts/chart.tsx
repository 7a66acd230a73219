import { useEffect, useRef } from 'react';
import { useMode } from '../theme/mode';
import { type EChartsCoreOption, echarts } from './echarts';

interface ChartProps {
  option: EChartsCoreOption;
  height: number;
  /** What the chart shows, in one sentence, for who cannot see it; the table behind it has the figures. */
  label: string;
}

const reducedMotion = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** One chart in our theme. It follows its container's width and the mode, and moves only for who has not asked for calm. */
export function Chart({ option, height, label }: ChartProps) {
  const ref = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof echarts.init> | null>(null);
  const mode = useMode();
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const made = echarts.init(element, `fenrun-${mode}`, { renderer: 'svg', height });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [mode, height]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new mode makes a new chart, which needs the option again
  useEffect(() => {
    chart.current?.setOption({ animation: !reducedMotion(), animationDuration: 180, ...option }, true);
  }, [option, mode, height]);
  return <div ref={ref} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
