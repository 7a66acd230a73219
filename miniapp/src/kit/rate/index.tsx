import { Text, View } from '@tarojs/components';
import { cx } from '../cx';
import './index.scss';

const PERCENT = /^(\d+(?:\.\d+)?)%$/;

/** A rate as the largest thing of its page: the percent sign smaller, like a currency's; a rate in words (`¥20.00 / 件`) is set as words. */
export function RateFigure({ rate }: { rate: string }) {
  const whole = PERCENT.exec(rate)?.[1];
  if (!whole)
    return (
      <View className={cx('rate-figure rate-figure--words', rate.length > 10 && 'rate-figure--long')}>{rate}</View>
    );
  return (
    <View className="rate-figure" ariaLabel={rate}>
      <Text className="rate-figure__whole">{whole}</Text>
      <Text className="rate-figure__sign">%</Text>
    </View>
  );
}
