import { Text, View } from '@tarojs/components';
import { cx } from '@/kit/cx';
import { LifeLineSmall } from '@/kit/life-line';
import { Money } from '@/kit/money';
import { Picture } from '@/kit/picture';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { amountOf, type OwnCommission, segmentsOf } from './model';
import './commission-row.scss';

function toneOf({ status, deduction }: OwnCommission): 'take' | 'ink' | 'quiet' {
  if (status === 'rejected' || status === 'reversed') return 'quiet';
  return status === 'approved' && deduction === null ? 'take' : 'ink';
}

/** Picture, title, the small life line with its status, the amount right. */
export function CommissionRow({ row, onOpen }: { row: OwnCommission; onOpen: () => void }) {
  const segments = segmentsOf(row);
  const text = useText();
  const title = row.pieces > 1 ? text.earnings.moreItems(row.title, row.pieces) : row.title;
  return (
    <Tap className="commission-row" onTap={onOpen} label={title}>
      <Picture className="commission-row__picture" src={row.image} />
      <View className="commission-row__body">
        <View className="commission-row__title">{title}</View>
        <View className="commission-row__status">
          {segments ? <LifeLineSmall steps={segments} /> : null}
          <Text
            className={cx(
              'commission-row__words',
              segments && 'commission-row__words--after',
              row.status === 'rejected' && 'commission-row__words--risk',
            )}
          >
            {row.next}
          </Text>
        </View>
      </View>
      <Money value={amountOf(row)} size="row" tone={toneOf(row)} withPlus className="commission-row__amount" />
    </Tap>
  );
}
