import { Text, View } from '@tarojs/components';
import { cx } from '@/kit/cx';
import { LifeLineSmall } from '@/kit/life-line';
import { Money } from '@/kit/money';
import { Picture } from '@/kit/picture';
import { Tap } from '@/kit/tap';
import { type CommissionRowModel, segmentsOf } from './model';
import './commission-row.scss';

/** Picture, title, the small life line with its status, the amount right. */
export function CommissionRow({ row, onOpen }: { row: CommissionRowModel; onOpen: () => void }) {
  const segments = segmentsOf(row.stage);
  return (
    <Tap className='commission-row' onTap={onOpen} label={row.title}>
      <Picture className='commission-row__picture' src={row.picture} />
      <View className='commission-row__body'>
        <View className='commission-row__title'>{row.title}</View>
        <View className='commission-row__status'>
          {segments ? <LifeLineSmall steps={segments} /> : null}
          <Text className={cx('commission-row__words', segments && 'commission-row__words--after', row.stage === 'rejected' && 'commission-row__words--risk')}>{row.statusText}</Text>
        </View>
      </View>
      <Money value={row.amount} size='row' tone={row.stage === 'approved' ? 'take' : 'ink'} withPlus className='commission-row__amount' />
    </Tap>
  );
}
