import { Text, View } from '@tarojs/components';
import type { ShopOrderRow } from '@/features/storefront/model';
import { Chips } from '@/kit/chips';
import { cx } from '@/kit/cx';
import { ListEnd } from '@/kit/list-end';
import { Money } from '@/kit/money';
import { Page } from '@/kit/page';
import { Picture } from '@/kit/picture';
import { RowBones } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { agoText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { ORDER_FILTERS, useOrders } from './use-orders';
import './index.scss';

export default function OrdersPage() {
  const { filter, setFilter, list } = useOrders();
  const text = useText();
  return (
    <Page hasBack backLabel={text.common.back} title={text.orders.title} dataAt={list.at}>
      <Chips
        choices={ORDER_FILTERS.map((value) => ({ value, label: text.orders.filters[value] }))}
        chosen={filter}
        onChoose={setFilter}
      />
      {list.state === 'loading' ? <RowBones /> : null}
      {list.state === 'failed' ? (
        <ErrorState
          problem={list.problem}
          title={text.orders.failedTitle}
          unchanged={text.orders.failedUnchanged}
          again={() => void list.again()}
        />
      ) : null}
      {list.isEmpty ? (
        <EmptyState
          title={text.orders.emptyTitle}
          words={text.orders.emptyWords}
          action={{ words: text.orders.emptyAction, onTap: () => open('products') }}
        />
      ) : null}
      {list.items.map((order) => (
        <OrderCard key={order.id} order={order} />
      ))}
      <ListEnd list={list} />
    </Page>
  );
}

function OrderCard({ order }: { order: ShopOrderRow }) {
  const text = useText();
  const calendar = useCalendar();
  return (
    <Tap className="card order-card" onTap={() => open('order', { id: order.id })} label={order.title}>
      <View className="order-card__head">
        <Text className="order-card__when">{agoText(order.createdAt, calendar)}</Text>
        <Text
          className={cx('order-card__state', ['unpaid', 'shipped'].includes(order.state) && 'order-card__state--call')}
        >
          {text.orders.status[order.state]}
        </Text>
      </View>
      <View className="order-card__body">
        {order.images.slice(0, 3).map((src) => (
          <Picture key={src} className="order-card__picture" src={src} />
        ))}
        {order.images.length < 2 ? (
          <View className="order-card__title">{order.title}</View>
        ) : (
          <View className="order-card__title" />
        )}
        <View className="order-card__sum">
          <Money value={order.total} currency={order.currency} size="row" />
          <Text className="order-card__pieces">{text.orders.items(order.pieces)}</Text>
        </View>
      </View>
    </Tap>
  );
}
