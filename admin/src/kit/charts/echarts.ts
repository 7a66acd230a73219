import { BarChart, LineChart } from 'echarts/charts';
import {
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { chartTheme } from '../theme/chart-theme';

// Only what our charts use is bundled. SVG: crisp at any zoom, the page's own fonts, and it prints.
echarts.use([
  BarChart,
  LineChart,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  SVGRenderer,
]);
echarts.registerTheme('fenrun-light', chartTheme('light'));
echarts.registerTheme('fenrun-dark', chartTheme('dark'));

export type { EChartsCoreOption } from 'echarts/core';
export { echarts };
