import { Text, View } from '@tarojs/components';
import { cx } from '@/kit/cx';
import { Money } from '@/kit/money';
import { Tap } from '@/kit/tap';
import './balance-card.scss';

export interface BalanceCell {
  label: string;
  amount: string;
  note?: string;
  /** The note asks for something: it is a link. */
  isCall?: boolean;
  onTap?: () => void;
}

/** Amounts with more characters than these do not stand three in a row: they stand one under the other. */
const WIDE = 9;

/** Three balances in one card; each opens what it is made of. */
export function BalanceCard({ cells }: { cells: readonly BalanceCell[] }) {
  const isWide = cells.some(({ amount }) => amount.length > WIDE);
  return (
    <View className={cx('balances', isWide && 'balances--rows')}>
      {cells.map((cell) => (
        <Tap key={cell.label} className="balances__cell" onTap={cell.onTap} label={cell.label}>
          <Text className="balances__label">{cell.label}</Text>
          <Money value={cell.amount} size={!isWide && cell.amount.length === WIDE ? 'item' : 'note'} />
          {cell.note ? (
            <Text className={cx('balances__note', cell.isCall && 'balances__note--call')}>{cell.note}</Text>
          ) : null}
        </Tap>
      ))}
    </View>
  );
}
