import { Text, View } from '@tarojs/components';
import { moneyParts, moneyText } from '@/lib/money';
import { cx } from '../cx';
import { useCurrency } from './currency';
import './index.scss';

/** Sizes of the integer part, as tokens.scss names them: hero 120, xl 108, l 72, m 52, s 44, row 36, note 34, item 30; text takes its sentence's. */
export type MoneySize = 'hero' | 'xl' | 'l' | 'm' | 's' | 'row' | 'note' | 'item' | 'text';

export interface MoneyProps {
  /** A decimal string in major units, as the API sends it. */
  value: string;
  /** Absent: the merchant's. */
  currency?: string;
  size?: MoneySize;
  /** `take` only for what the promoter can take; everything else is ink. */
  tone?: 'ink' | 'take' | 'quiet' | 'inherit';
  /** A plus, in lists of commissions only. A minus always shows. */
  withPlus?: boolean;
  className?: string;
}

/** The only way to show money: sign, thousands, the currency's digits, tabular. */
export function Money({ value, currency, size = 'item', tone = 'ink', withPlus = false, className }: MoneyProps) {
  const home = useCurrency();
  const code = currency ?? home;
  const parts = moneyParts(value, code);
  const before = parts.isNegative ? '−' : withPlus ? '+' : '';
  const long = (size === 'hero' || size === 'xl') && parts.whole.length > 7;
  return (
    <View
      className={cx('money', `money--${size}`, `money--${tone}`, long && 'money--long', className)}
      ariaLabel={moneyText(value, code)}
    >
      {before ? <Text className="money__before">{before}</Text> : null}
      <Text className="money__sign">{parts.sign}</Text>
      <Text className="money__whole">{parts.whole}</Text>
      {parts.fraction ? <Text className="money__fraction">{parts.fraction}</Text> : null}
    </View>
  );
}
