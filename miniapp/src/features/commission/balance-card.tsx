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

/** Three balances in one card; each opens what it is made of. */
export function BalanceCard({ cells }: { cells: readonly BalanceCell[] }) {
  return (
    <View className="balances">
      {cells.map((cell) => (
        <Tap key={cell.label} className="balances__cell" onTap={cell.onTap} label={cell.label}>
          <Text className="balances__label">{cell.label}</Text>
          <Money value={cell.amount} size={cell.amount.length > 9 ? 'item' : 'note'} />
          {cell.note ? (
            <Text className={cx('balances__note', cell.isCall && 'balances__note--call')}>{cell.note}</Text>
          ) : null}
        </Tap>
      ))}
    </View>
  );
}
