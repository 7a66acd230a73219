import { type Instant, isRefusal, type Refusal } from '@fenrun/kernel';
import {
  type ConfirmReceipt,
  claimDue,
  confirmReceipt,
  correctShipment,
  dueNow,
  nextLook,
  noteReport,
  type ShipmentRow,
  type ShipOrder,
  type ShopOrderRow,
  shipmentOf,
  shipOrder,
  wholeOrder,
} from '../modules/storefront';
import { type Outcome, uploadShipping } from '../modules/wechat';
import { tellReceipt } from './shop-sale';
import type { ShopJob, ShopSurroundings, Write } from './shop-surroundings';

/** Ships an order and reports it to WeChat; a report that does not get through is tried again by itself. */
export async function shipShopOrder(
  shop: ShopSurroundings,
  input: ShipOrder,
  now: Instant,
  write: Write = shop.db.write,
): Promise<ShipmentRow | Refusal<'not-found' | 'invalid-state'>> {
  const shipment = await write(async (tx) => {
    const shipped = await shipOrder(tx, input, now);
    if (!isRefusal(shipped) || shipped.refused !== 'invalid-state' || shipped.facts?.['status'] !== 'shipped')
      return shipped;
    // Shipping what is on its way already corrects the parcel.
    return (await correctShipment(tx, input, now))
      ? ((await shipmentOf(tx, input.merchantId, input.number)) as ShipmentRow)
      : shipped;
  });
  if (isRefusal(shipment)) return shipment;
  await reportShipment(shop, shipment, now);
  const whole = await wholeOrder(shop.db.read, input.merchantId, input.number);
  if (whole) hintAt(shop, whole.order);
  return (await shipmentOf(shop.db.read, input.merchantId, input.number)) ?? shipment;
}

/** Tells WeChat of a parcel, if it is due; one worker at a time. */
async function reportShipment(shop: ShopSurroundings, shipment: ShipmentRow, now: Instant): Promise<boolean> {
  const { merchantId, orderNumber, dueAt, tries } = shipment;
  if (dueAt === null || shipment.reported !== 'waiting') return false;
  const isMine = await shop.db.write(async (tx) => {
    if (!(await claimDue(tx, 'shipment', { merchantId, key: orderNumber, dueAt }, nextLook(now, tries)))) return false;
    return (await noteReport(tx, shipment, { tries: tries + 1 })) === 1;
  });
  if (!isMine) return false;
  const outcome = await report(shop, shipment, now);
  if (outcome.kind === 'ok') {
    await shop.db.write((tx) =>
      noteReport(tx, shipment, { reported: 'reported', reportedAt: now, dueAt: null, problem: null }),
    );
    return true;
  }
  const goesOn = outcome.kind === 'unknown' || outcome.reaction === 'again';
  const problem = outcome.kind === 'unknown' ? outcome.reason : outcome.code;
  await shop.db.write((tx) =>
    noteReport(tx, shipment, goesOn ? { problem } : { problem, reported: 'failed', dueAt: null }),
  );
  if (!goesOn) shop.alarm('shipping report refused', { merchantId, orderNumber, code: problem });
  return true;
}

async function report(shop: ShopSurroundings, shipment: ShipmentRow, now: Instant): Promise<Outcome<null>> {
  const wechat = await shop.wechat.of(shipment.merchantId);
  const whole = await wholeOrder(shop.db.read, shipment.merchantId, shipment.orderNumber);
  if (!wechat?.pay || !whole) return { kind: 'unknown', reason: 'unreachable', detail: 'WeChat is not set up' };
  const { order, lines } = whole;
  return uploadShipping(wechat.mp, {
    mchid: wechat.pay.mchid,
    outTradeNo: order.number,
    openid: order.openid,
    logisticsType: 1,
    carrier: shipment.carrier,
    trackingNumber: shipment.trackingNumber,
    receiverContact: masked(order.address?.phone),
    itemDescription: lines.map((line) => `${line.name}*${line.quantity}`).join('; '),
    at: now,
  });
}

/** `189****1234`: the last four digits clear, as WeChat wants a contact. */
function masked(phone: string | undefined): string | undefined {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length >= 7 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : undefined;
}

/** Reports every parcel that is due. */
export const workDueReports: ShopJob = async (shop, now) => {
  let worked = 0;
  for (const due of await dueNow(shop.db.read, 'shipment', now)) {
    const shipment = await shipmentOf(shop.db.read, due.merchantId, due.key);
    if (shipment && shipment.dueAt === due.dueAt && (await reportShipment(shop, shipment, now))) worked += 1;
  }
  return worked;
};

/** The goods were received: the order completes, once. The buyer says so here, or WeChat does. */
export async function receiveShopOrder(
  shop: ShopSurroundings,
  input: ConfirmReceipt,
  now: Instant,
  write: Write = shop.db.write,
): Promise<ShopOrderRow | Refusal<'not-found' | 'invalid-state'>> {
  const received = await write(async (tx) => {
    const confirmed = await confirmReceipt(tx, input);
    if (isRefusal(confirmed)) return confirmed;
    if (confirmed.isFirst && confirmed.order.isSale) await tellReceipt(tx, confirmed.order, input.receivedAt, now);
    return confirmed.order;
  });
  if (!isRefusal(received)) hintAt(shop, received);
  return received;
}

/** The buyer's phone and the console ask again for an order that moved. */
function hintAt({ push }: ShopSurroundings, { merchantId, memberId, number }: ShopOrderRow): void {
  const event = { event: 'order.changed', order: number } as const;
  push.to(merchantId, 'staff', event);
  push.to(merchantId, { memberId }, event);
}
