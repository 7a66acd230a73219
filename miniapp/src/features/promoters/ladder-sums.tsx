import { Text, View } from '@tarojs/components';
import { Money } from '@/kit/money';
import { useCurrency } from '@/kit/money/currency';
import { useText } from '@/lib/i18n';
import { moneyText } from '@/lib/money';
import './ladder-sums.scss';

const DECIMAL = /^\d+(\.\d+)?$/;

/** A figure of the ladder's metric: an amount comes as a bare decimal, a count says what it counts. */
export function figureText(figure: string, currency: string): string {
  return DECIMAL.test(figure) ? moneyText(figure, currency) : figure;
}

export interface LadderSumsProps {
  /** What is counted: 「本期成交」. */
  label: string;
  value: string;
  next: { name: string; threshold: string } | undefined;
}

/** What is reached, left, and what the next level asks for, right. */
export function LadderSums({ label, value, next }: LadderSumsProps) {
  const text = useText();
  const currency = useCurrency();
  return (
    <View className="ladder-sums">
      <View className="ladder-sums__now">
        <Text className="ladder-sums__label">{label}</Text>
        {DECIMAL.test(value) ? (
          <Money value={value} size="note" />
        ) : (
          <Text className="ladder-sums__value num">{value}</Text>
        )}
      </View>
      {next ? (
        <Text className="ladder-sums__next">{text.me.nextLevel(next.name, figureText(next.threshold, currency))}</Text>
      ) : null}
    </View>
  );
}
