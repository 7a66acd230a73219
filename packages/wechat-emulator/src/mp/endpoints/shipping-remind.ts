import { mpError, mpSuccess } from '../mp-answer';
import { apiRoute } from '../mp-route';
import { findPaidOrder } from '../shipping/find-paid-order';
import { shippingState } from '../shipping/order-state';

const SHIPPED = 2;

/** `POST /wxa/sec/order/notify_confirm_receive`: asks the buyer to confirm a parcel that arrived; once an order. */
export const shippingRemindRoute = apiRoute('mp.shipping-remind', '/wxa/sec/order/notify_confirm_receive', (call) => {
  const { world, app, body } = call;
  const { transaction_id, merchant_id, merchant_trade_no, received_time } = body;
  if (typeof received_time !== 'number') return mpError(world, 47001);
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const number = { transactionId: text(transaction_id), mchid: text(merchant_id), outTradeNo: text(merchant_trade_no) };
  const order = findPaidOrder(world.state(), app.appid, number);
  if (!order) return mpError(world, 10060001);
  const isShipped = shippingState(world.state(), order, world.clock.now()) === SHIPPED;
  if (!isShipped || !order.shipping || order.shipping.remindedAt !== null) return mpError(world, 10060004);
  order.shipping.remindedAt = world.clock.now();
  return mpSuccess();
});
