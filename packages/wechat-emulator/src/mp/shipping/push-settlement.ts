import { makeCallback } from '../../callbacks/make-callback';
import type { Order } from '../../state/books';
import type { World } from '../../state/world';

/** Tells the app's message push that an order was shipped, received or settled; instants are unix seconds, 0 for not yet. */
export function pushSettlement(world: World, order: Order): void {
  const { shipping } = order;
  const received = shipping?.received;
  pushEvent(world, order.appid, order.outTradeNo, {
    FromUserName: order.openid,
    Event: 'trade_manage_order_settlement',
    transaction_id: order.transactionId ?? '',
    merchant_id: order.mchid,
    sub_merchant_id: '',
    merchant_trade_no: order.outTradeNo,
    pay_time: seconds(order.paidAt),
    shipped_time: seconds(shipping?.shippedAt),
    estimated_settlement_time: seconds(estimateOf(world, order)),
    confirm_receive_method: received ? (received.by === 'auto' ? 1 : 2) : 0,
    confirm_receive_time: seconds(received?.at),
    settlement_time: seconds(order.settledAt),
  });
}

/** Writes a push of any event down; nothing happens where the app's console has no push set. */
export function pushEvent(
  world: World,
  appid: string,
  subject: string,
  event: Record<string, unknown>,
): string | undefined {
  const app = world.state().apps[appid];
  if (!app?.push) return undefined;
  const head = {
    ToUserName: app.originalId,
    FromUserName: '',
    CreateTime: Math.floor(world.clock.now() / 1000),
    MsgType: 'event',
  };
  const callback = makeCallback(world, {
    channel: 'push',
    event: `PUSH.${String(event['Event'])}`,
    mchid: '',
    appid,
    subject,
    url: app.push.url,
    summary: '',
    originalType: '',
    associatedData: '',
    resource: { ...head, ...event },
  });
  return callback.id;
}

function estimateOf(world: World, order: Order): number | null {
  const settings = world.state().merchants[order.mchid]?.settings;
  if (!settings || !order.shipping) return null;
  const type = String(order.shipping.logisticsType) as keyof typeof settings.autoConfirmSeconds;
  return order.shipping.shippedAt + (settings.autoConfirmSeconds[type] + settings.settlementSeconds) * 1000;
}

function seconds(epochMs: number | null | undefined): number {
  return epochMs ? Math.floor(epochMs / 1000) : 0;
}
