import { canonicalJson } from '../../canonical-json';
import { plan, unplan } from '../../clock/agenda';
import { bookKey, type Order, type Shipping } from '../../state/books';
import type { World } from '../../state/world';
import { type MpErrcode, mpError, mpSuccess } from '../mp-answer';
import { apiRoute } from '../mp-route';
import { findPaidOrder } from '../shipping/find-paid-order';
import { shippingState } from '../shipping/order-state';
import { pushSettlement } from '../shipping/push-settlement';
import { readUpload, type Upload } from '../shipping/upload-shape';

const SPLIT = 2;

/** `POST /wxa/sec/order/upload_shipping_info` (wechat.md 1.9). An unreported order's money stays frozen. */
export const shippingUploadRoute = apiRoute('mp.shipping-upload', '/wxa/sec/order/upload_shipping_info', (call) => {
  const { world, app, body } = call;
  const upload = readUpload(body);
  if (typeof upload === 'number') return mpError(world, upload);
  const order = findPaidOrder(world.state(), app.appid, upload.number);
  if (!order) return mpError(world, 10060001);
  if (order.openid !== upload.openid) return mpError(world, 10060031);
  const refusal = refusalOf(world, order, upload);
  if (refusal) return mpError(world, refusal);
  ship(world, order, upload);
  return mpSuccess();
});

function refusalOf(world: World, order: Order, upload: Upload): MpErrcode | undefined {
  const shippingNow = shippingState(world.state(), order, world.clock.now());
  if (shippingNow > 2) return 10060004;
  const { shipping } = order;
  if (!shipping) return undefined;
  if (fingerprintOf(upload) === shipping.fingerprint) return 10060023;
  if (upload.uploadedAt <= shipping.lastUploadAt) return 268485216;
  if (shipping.isFinished && upload.deliveryMode === SPLIT && !upload.isAllDelivered) return 10060002;
  return isReship(shipping, upload) && shipping.hasReshipped ? 10060003 : undefined;
}

/** A call after all was delivered, or a change of mode, uses the one chance to ship again. */
function isReship(shipping: Shipping, upload: Upload): boolean {
  return shipping.isFinished || shipping.deliveryMode !== upload.deliveryMode;
}

function ship(world: World, order: Order, upload: Upload): void {
  const earlier = order.shipping;
  const now = world.clock.now();
  order.shipping = {
    logisticsType: upload.logisticsType,
    deliveryMode: upload.deliveryMode,
    uploads: (earlier?.uploads ?? 0) + 1,
    lastUploadAt: upload.uploadedAt,
    fingerprint: fingerprintOf(upload),
    isFinished: upload.isAllDelivered,
    hasReshipped: earlier ? earlier.hasReshipped || isReship(earlier, upload) : false,
    shippedAt: now,
    description: upload.items.map((item) => String(item['item_desc'])).join('；'),
    items: upload.items,
    remindedAt: earlier?.remindedAt ?? null,
    received: null,
  };
  if (!upload.isAllDelivered) return;
  planReceipt(world, order, upload.logisticsType);
  pushSettlement(world, order);
}

function planReceipt(world: World, order: Order, logisticsType: number): void {
  const key = bookKey(order.mchid, order.outTradeNo);
  const seconds = world.state().merchants[order.mchid]?.settings.autoConfirmSeconds;
  const type = String(logisticsType) as '1' | '2' | '3' | '4';
  unplan(world.state(), 'confirm-receipt', key);
  if (seconds) plan(world.state(), world.clock.now() + seconds[type] * 1000, 'confirm-receipt', key);
}

/** `upload_time` must grow, so it says nothing about whether the content is the same. */
function fingerprintOf(upload: Upload): string {
  const { logisticsType, deliveryMode, isAllDelivered, items } = upload;
  return canonicalJson({ logisticsType, deliveryMode, isAllDelivered, items });
}
