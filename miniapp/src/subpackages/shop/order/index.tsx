import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ShopOrder } from '@/features/storefront/model';
import { ActionButton } from '@/kit/button';
import { Card, Cell } from '@/kit/cells';
import { Icon } from '@/kit/icon';
import { Money } from '@/kit/money';
import { Page } from '@/kit/page';
import { Picture } from '@/kit/picture';
import { Bone, RowBones } from '@/kit/skeleton';
import { ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { momentText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { isPositive, isZero } from '@/lib/money';
import { open } from '@/lib/navigation';
import { platform } from '@/lib/platform';
import { useOrder } from './use-order';
import './index.scss';

export default function OrderPage() {
  const page = useOrder();
  const { order } = page;
  const text = useText();
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      title={text.order.title}
      dataAt={order.at}
      foot={order.data ? <OrderFoot order={order.data} page={page} /> : undefined}
    >
      {order.state === 'loading' ? <OrderBones /> : null}
      {order.state === 'failed' ? (
        <ErrorState
          problem={order.problem}
          title={text.order.failedTitle}
          unchanged={text.order.failedUnchanged}
          again={() => void order.again()}
        />
      ) : null}
      {order.data ? <OrderBody order={order.data} /> : null}
      {page.problem ? (
        <View className="order__problem">{text.states.toast(page.problem.kind, page.problem.detail)}</View>
      ) : null}
    </Page>
  );
}

function OrderFoot({ order, page }: { order: ShopOrder; page: ReturnType<typeof useOrder> }) {
  const text = useText();
  if (order.state === 'unpaid') {
    return (
      <ActionButton
        words={page.isOnline ? (page.isBusy ? text.checkout.paying : text.order.pay) : text.checkout.offline}
        amount={page.isOnline && !page.isBusy ? order.total : undefined}
        isDisabled={!page.isOnline}
        isBusy={page.isBusy}
        onTap={() => void page.pay()}
      />
    );
  }
  if (order.state === 'shipped')
    return (
      <ActionButton
        words={text.order.confirm}
        isDisabled={!page.isOnline}
        isBusy={page.isBusy}
        onTap={() => void page.receive(order)}
      />
    );
  const sku = order.lines[0]?.sku;
  return (
    <ActionButton
      look="tint"
      words={text.order.buyAgain}
      isDisabled={!sku}
      onTap={() => sku && open('product', { sku })}
    />
  );
}

function OrderBody({ order }: { order: ShopOrder }) {
  const text = useText();
  return (
    <View>
      <View className="order__head">
        <View className="order__state">{text.orders.status[order.state]}</View>
        <View className="order__next">{order.next}</View>
      </View>
      {order.shipment ? <Shipment shipment={order.shipment} /> : null}
      <View className="card address">
        <Icon name="pin-deep" size={44} />
        <View className="address__body">
          <View className="address__who">
            {order.address.name} <Text className="address__phone num">{order.address.phone}</Text>
          </View>
          <View className="address__where">{`${order.address.region} ${order.address.detail}`}</View>
        </View>
      </View>
      <OrderLines order={order} />
      <OrderDates order={order} />
    </View>
  );
}

function Shipment({ shipment }: { shipment: NonNullable<ShopOrder['shipment']> }) {
  const text = useText();
  const copy = () =>
    void platform
      .copy(shipment.trackingNumber)
      .then(() => Taro.showToast({ title: text.order.trackingCopied, icon: 'none' }));
  return (
    <Tap className="card address" onTap={copy} label={text.order.tracking}>
      <Icon name="truck-deep" size={44} />
      <View className="address__body">
        <View className="address__who">{shipment.carrierName}</View>
        <View className="address__where num">{shipment.trackingNumber}</View>
      </View>
      <Text className="order__copy">{text.common.copy}</Text>
    </Tap>
  );
}

function OrderLines({ order }: { order: ShopOrder }) {
  const text = useText();
  return (
    <Card>
      {order.lines.map((line, index) => (
        <Tap key={index} className="order-line" onTap={() => open('product', { sku: line.sku })} label={line.name}>
          <Picture className="order-line__picture" src={line.image} />
          <View className="order-line__body">
            <View className="order-line__name">{line.name}</View>
            <Text className="order-line__count num">× {line.quantity}</Text>
          </View>
          <Money value={line.amount} currency={order.currency} size="note" />
        </Tap>
      ))}
      <View className="order__sums">
        {isPositive(order.discount) ? (
          <Cell label={text.checkout.discount} value={<Money value={`-${order.discount}`} tone="quiet" />} />
        ) : null}
        <Cell
          label={text.checkout.shipping}
          value={isZero(order.shipping) ? text.checkout.shippingFree : <Money value={order.shipping} tone="quiet" />}
        />
        {isPositive(order.refunded) ? (
          <Cell label={text.order.refunded} value={<Money value={order.refunded} />} />
        ) : null}
        <Cell label={text.checkout.total} value={<Money value={order.total} currency={order.currency} size="row" />} />
      </View>
    </Card>
  );
}

function OrderDates({ order }: { order: ShopOrder }) {
  const text = useText();
  const calendar = useCalendar();
  const when = (at: string | null | undefined) => (at ? momentText(at, calendar) : null);
  const rows = [
    [text.order.number, order.id],
    [text.order.orderedAt, when(order.createdAt)],
    [text.order.paidAt, when(order.paidAt)],
    [text.order.shippedAt, when(order.shipment?.shippedAt)],
    [text.order.completedAt, when(order.completedAt)],
    [text.checkout.note, order.remark],
  ] as const;
  return (
    <Card className="card--rows">
      {rows.map(([label, value]) => (value ? <Cell key={label} label={label} value={value} /> : null))}
    </Card>
  );
}

function OrderBones() {
  return (
    <View>
      <View className="order__head">
        <Bone w={180} h={52} />
        <Bone w="80%" h={32} className="bones-gap" />
      </View>
      <View className="card">
        <Bone w="70%" h={36} />
        <Bone w="88%" h={30} className="bones-gap" />
      </View>
      <RowBones count={2} />
    </View>
  );
}
