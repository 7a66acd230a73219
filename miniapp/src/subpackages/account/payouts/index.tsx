import { Text, View } from '@tarojs/components';
import type { OwnPayout } from '@/features/payout/api';
import { cx } from '@/kit/cx';
import { ListEnd } from '@/kit/list-end';
import { Money } from '@/kit/money';
import { Page } from '@/kit/page';
import { RowBones } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { momentText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { usePayouts } from './use-payouts';
import './index.scss';

export default function PayoutsPage() {
  const { list } = usePayouts();
  const text = useText();
  return (
    <Page hasBack backLabel={text.common.back} title={text.payout.listTitle} dataAt={list.at}>
      {list.state === 'loading' ? <RowBones /> : null}
      {list.state === 'failed' ? (
        <ErrorState
          problem={list.problem}
          title={text.payout.listFailedTitle}
          unchanged={text.payout.failedUnchanged}
          again={() => void list.again()}
        />
      ) : null}
      {list.isEmpty ? <EmptyState title={text.payout.listEmptyTitle} words={text.payout.listEmptyWords} /> : null}
      {list.items.length > 0 ? (
        <View className="payout-rows">
          {list.items.map((payout) => (
            <PayoutRow key={payout.id} payout={payout} />
          ))}
        </View>
      ) : null}
      <ListEnd list={list} />
    </Page>
  );
}

function PayoutRow({ payout }: { payout: OwnPayout }) {
  const text = useText();
  const calendar = useCalendar();
  const isWaiting = payout.status === 'waiting_user';
  return (
    <Tap className="payout-row" onTap={() => open('payout', { id: payout.id })} label={payout.number}>
      <View className="payout-row__body">
        <Text className={cx('payout-row__status', isWaiting && 'payout-row__status--call')}>
          {text.payout.status[payout.status]}
        </Text>
        <Text className="payout-row__when">{momentText(payout.requestedAt, calendar)}</Text>
      </View>
      <Money value={payout.amount} currency={payout.currency} size="row" tone={isWaiting ? 'take' : 'ink'} />
    </Tap>
  );
}
