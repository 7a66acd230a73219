import { View } from '@tarojs/components';
import { sparklineSvg } from './svg';
import './index.scss';

/** The way of a few days as a line with its end marked; the values are parts of the largest, so only their proportion is drawn. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  return (
    <View
      className="sparkline"
      ariaLabel={label}
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(sparklineSvg(values))}")` }}
    />
  );
}
