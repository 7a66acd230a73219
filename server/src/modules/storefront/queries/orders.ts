import { find, findAmong, findOne, marks, type Reader, type SqlValue } from '../../../foundation/db';
import type { ShopOrderStatus } from '../domain/shop-order-status';
import { type MemberAddressRow, memberAddressTable } from '../store/member-address.row';
import { type PayRefundRow, payRefundTable } from '../store/pay-refund.row';
import { type PaymentRow, paymentTable } from '../store/payment.row';
import { type ShipmentRow, shipmentTable } from '../store/shipment.row';
import { type ShopOrderRow, shopOrderTable } from '../store/shop-order.row';
import { type ShopOrderLineRow, shopOrderLineTable } from '../store/shop-order-line.row';

/** A shop order with everything that belongs to it. */
export interface WholeOrder {
  readonly order: ShopOrderRow;
  readonly lines: readonly ShopOrderLineRow[];
  readonly shipment: ShipmentRow | null;
  readonly refunds: readonly PayRefundRow[];
}

/** Shop orders by number, whole, in the order of the numbers; what is not a shop order is left out. */
export async function wholeOrders(db: Reader, merchantId: string, numbers: readonly string[]): Promise<WholeOrder[]> {
  if (numbers.length === 0) return [];
  const where = 'merchant_id = ?';
  const [orders, lines, shipments, refunds] = await Promise.all([
    findAmong(db, shopOrderTable, where, [merchantId], 'number', numbers),
    findAmong(db, shopOrderLineTable, where, [merchantId], 'orderNumber', numbers),
    findAmong(db, shipmentTable, where, [merchantId], 'orderNumber', numbers),
    findAmong(db, payRefundTable, where, [merchantId], 'orderNumber', numbers),
  ]);
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  const linesOf = group(lines);
  return numbers.flatMap((number) => {
    const order = byNumber.get(number);
    if (!order) return [];
    return {
      order,
      lines: [...(linesOf.get(number) ?? [])].sort((a, b) => a.lineNo - b.lineNo),
      shipment: shipments.find((shipment) => shipment.orderNumber === number) ?? null,
      refunds: refunds.filter((refund) => refund.orderNumber === number).sort((a, b) => a.requestedAt - b.requestedAt),
    };
  });
}

function group(lines: readonly ShopOrderLineRow[]): Map<string, ShopOrderLineRow[]> {
  const grouped = new Map<string, ShopOrderLineRow[]>();
  for (const line of lines) grouped.set(line.orderNumber, [...(grouped.get(line.orderNumber) ?? []), line]);
  return grouped;
}

/** One shop order, whole, or undefined; a member sees only his own. */
export async function wholeOrder(
  db: Reader,
  merchantId: string,
  number: string,
  memberId?: string,
): Promise<WholeOrder | undefined> {
  const [whole] = await wholeOrders(db, merchantId, [number]);
  return whole && (memberId === undefined || whole.order.memberId === memberId) ? whole : undefined;
}

/** A page of a member's orders, newest first; `after` is the number of the last one. */
export async function memberOrders(
  db: Reader,
  merchantId: string,
  memberId: string,
  statuses: readonly ShopOrderStatus[] | null,
  after: string | null,
  limit: number,
): Promise<WholeOrder[]> {
  const parts = ['merchant_id = ?', 'member_id = ?'];
  const params: SqlValue[] = [merchantId, memberId];
  if (statuses) {
    parts.push(`status IN (${marks(statuses.length)})`);
    params.push(...statuses);
  }
  const last =
    after === null
      ? undefined
      : await findOne(db, shopOrderTable, 'merchant_id = ? AND number = ? AND member_id = ?', [
          merchantId,
          after,
          memberId,
        ]);
  if (last) {
    parts.push('(created_at < ? OR (created_at = ? AND number < ?))');
    params.push(last.createdAt, last.createdAt, last.number);
  }
  const rows = await find(
    db,
    shopOrderTable,
    parts.join(' AND '),
    params,
    `ORDER BY created_at DESC, number DESC LIMIT ${Math.trunc(limit)}`,
  );
  return wholeOrders(
    db,
    merchantId,
    rows.map((row) => row.number),
  );
}

/** The payment of an order. */
export function paymentOf(db: Reader, merchantId: string, outTradeNo: string): Promise<PaymentRow | undefined> {
  return findOne(db, paymentTable, 'merchant_id = ? AND out_trade_no = ?', [merchantId, outTradeNo]);
}

export function refundOf(db: Reader, merchantId: string, outRefundNo: string): Promise<PayRefundRow | undefined> {
  return findOne(db, payRefundTable, 'merchant_id = ? AND out_refund_no = ?', [merchantId, outRefundNo]);
}

export function shipmentOf(db: Reader, merchantId: string, orderNumber: string): Promise<ShipmentRow | undefined> {
  return findOne(db, shipmentTable, 'merchant_id = ? AND order_number = ?', [merchantId, orderNumber]);
}

/** A member's addresses, the default first. */
export function addressesOf(db: Reader, merchantId: string, memberId: string): Promise<MemberAddressRow[]> {
  return find(
    db,
    memberAddressTable,
    'merchant_id = ? AND member_id = ?',
    [merchantId, memberId],
    'ORDER BY is_default DESC, updated_at DESC',
  );
}

/** What of the shop waits for a person: parcels to send, reports that failed, payments set aside, refunds that got stuck. */
export async function shopWaiting(
  db: Reader,
  merchantId: string,
): Promise<{ toShip: number; unreported: number; setAside: number; stuckRefunds: number }> {
  const count = async (sql: string) => Number((await db.rows<{ n: number | string }>(sql, [merchantId]))[0]?.n ?? 0);
  const [toShip, unreported, setAside, stuckRefunds] = await Promise.all([
    count("SELECT COUNT(*) AS n FROM shop_order WHERE merchant_id = ? AND status = 'paid' AND refund_claimed < total"),
    count("SELECT COUNT(*) AS n FROM shipment WHERE merchant_id = ? AND reported IN ('waiting', 'failed')"),
    count("SELECT COUNT(*) AS n FROM payment WHERE merchant_id = ? AND state = 'set_aside'"),
    count(
      "SELECT COUNT(*) AS n FROM pay_refund WHERE merchant_id = ? AND (state = 'abnormal' OR (state = 'sending' AND problem IS NOT NULL))",
    ),
  ]);
  return {
    toShip: toShip as number,
    unreported: unreported as number,
    setAside: setAside as number,
    stuckRefunds: stuckRefunds as number,
  };
}
