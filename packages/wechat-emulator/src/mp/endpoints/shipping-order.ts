import type { Order } from '../../state/books';
import type { World } from '../../state/world';
import { mpError, mpSuccess } from '../mp-answer';
import { apiRoute } from '../mp-route';
import { findPaidOrder } from '../shipping/find-paid-order';
import { shippingState } from '../shipping/order-state';

/** `POST /wxa/sec/order/get_order` (wechat.md 1.9). Mind its names: `merchant_id`, `merchant_trade_no`. */
export const shippingOrderRoute = apiRoute('mp.shipping-order', '/wxa/sec/order/get_order', ({ world, app, body }) => {
  const { transaction_id: transactionId, merchant_id: mchid, merchant_trade_no: outTradeNo } = body;
  const given = [transactionId, mchid, outTradeNo].filter((value) => value !== undefined);
  if (given.length === 0 || given.some((value) => typeof value !== 'string')) return mpError(world, 47001);
  const number = {
    transactionId: transactionId as string | undefined,
    mchid: mchid as string | undefined,
    outTradeNo: outTradeNo as string | undefined,
  };
  const order = findPaidOrder(world.state(), app.appid, number);
  return order ? mpSuccess({ order: viewOf(world, order) }) : mpError(world, 10060001);
});

function viewOf(world: World, order: Order): Record<string, unknown> {
  const seconds = (epochMs: number | null) => Math.floor((epochMs ?? 0) / 1000);
  return {
    transaction_id: order.transactionId,
    merchant_id: order.mchid,
    merchant_trade_no: order.outTradeNo,
    description: order.shipping?.description ?? '',
    paid_amount: order.total,
    openid: order.openid,
    trade_create_time: seconds(order.createdAt),
    pay_time: seconds(order.paidAt),
    in_complaint: false,
    order_state: shippingState(world.state(), order, world.clock.now()),
    shipping: shippingView(order),
  };
}

function shippingView(order: Order): Record<string, unknown> {
  const { shipping } = order;
  if (!shipping) return { finish_shipping: false, finish_shipping_count: 0, shipping_list: [] };
  const uploadedAt = Math.floor(shipping.lastUploadAt / 1000);
  return {
    delivery_mode: shipping.deliveryMode,
    logistics_type: shipping.logisticsType,
    finish_shipping: shipping.isFinished,
    finish_shipping_count: shipping.isFinished ? (shipping.hasReshipped ? 2 : 1) : 0,
    goods_desc: shipping.description,
    shipping_list: shipping.items.map((item) => ({ ...(item as object), upload_time: uploadedAt })),
  };
}
