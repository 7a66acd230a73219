import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { findOne, insert, type Tx, update } from '../../../foundation/db';
import { type ShipmentRow, shipmentTable } from '../store/shipment.row';
import { shopOrderTable } from '../store/shop-order.row';
import { moveOrder } from './move-order';

export interface ShipOrder {
  readonly merchantId: string;
  readonly number: string;
  readonly carrier: string;
  readonly trackingNumber: string;
}

/** Ships an order: the parcel is kept, and WeChat is to be told of it at once. */
export async function shipOrder(
  tx: Tx,
  { merchantId, number, carrier, trackingNumber }: ShipOrder,
  now: Instant,
): Promise<ShipmentRow | Refusal<'not-found' | 'invalid-state'>> {
  const order = await findOne(tx, shopOrderTable, 'merchant_id = ? AND number = ?', [merchantId, number]);
  if (!order) return refuse('not-found');
  if (order.status === 'paid' && order.refundClaimed >= order.total && order.total > 0) return refuse('invalid-state');
  if (!(await moveOrder(tx, order, 'shipped', { shippedAt: now })))
    return refuse('invalid-state', { status: order.status });
  // An order that cost nothing is unknown to WeChat Pay.
  const reported = order.transactionId === null ? 'not_needed' : 'waiting';
  const shipment: ShipmentRow = {
    merchantId,
    orderNumber: number,
    carrier,
    trackingNumber,
    shippedAt: now,
    reported,
    reportedAt: null,
    problem: null,
    tries: 0,
    dueAt: reported === 'waiting' ? now : null,
  };
  await insert(tx, shipmentTable, [shipment]);
  return shipment;
}

/** Notes how the report of a shipment went. */
export function noteReport(
  tx: Tx,
  { merchantId, orderNumber }: ShipmentRow,
  change: Partial<ShipmentRow>,
): Promise<number> {
  return update(tx, shipmentTable, change, "merchant_id = ? AND order_number = ? AND reported <> 'reported'", [
    merchantId,
    orderNumber,
  ]);
}

/** Corrects a parcel, which is reported anew: WeChat takes one correction. */
export async function correctShipment(
  tx: Tx,
  { merchantId, number, carrier, trackingNumber }: ShipOrder,
  now: Instant,
): Promise<boolean> {
  const change = { carrier, trackingNumber, reported: 'waiting', dueAt: now, tries: 0, problem: null } as const;
  return (
    (await update(tx, shipmentTable, change, "merchant_id = ? AND order_number = ? AND reported <> 'not_needed'", [
      merchantId,
      number,
    ])) === 1
  );
}
